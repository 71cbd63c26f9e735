import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { datasetJsonSchemas } from './json-schema.ts';
import { datasetKinds, fileOf, schemaFileOf } from './model.ts';

const folder = new URL('../../dataset/', import.meta.url);

describe('datasetJsonSchemas', () => {
  it('are checked in as they are printed, and no others', async () => {
    const schemas = datasetJsonSchemas();
    expect((await readdir(new URL('schema/', folder))).sort()).toEqual([...schemas.keys()].sort());
    for (const [name, text] of schemas) {
      expect(await readFile(new URL(`schema/${name}`, folder), 'utf8')).toBe(text);
    }
  });

  it('are what the files of the dataset point editors to', async () => {
    for (const kind of datasetKinds) {
      const text = await readFile(new URL(`reintegration-ii/${fileOf(kind)}`, folder), 'utf8');
      expect(JSON.parse(text).$schema).toBe(`../schema/${schemaFileOf(kind)}`);
    }
  });

  it('carry patterns that fit the notation of periods', () => {
    const schema = JSON.parse(datasetJsonSchemas().get('measurements.schema.json') ?? '');
    const { pattern, examples } = schema.properties.measurements.items.properties.period;
    const fits = (period: string) => new RegExp(pattern, 'u').test(period);
    expect(examples.filter((example: string) => !fits(example))).toEqual([]);
    expect(['2023/', 'since project start', '2023/2024/2025', '..'].filter(fits)).toEqual([]);
  });
});
