import * as z from 'zod';
import { datasetKinds, fileSchema, schemaFileOf } from './model.ts';

/** The JSON Schema (draft 7, which editors know best) of every file of a dataset, as text by file name. */
export function datasetJsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    datasetKinds.map((kind) => {
      const schema = z.toJSONSchema(fileSchema(kind), { target: 'draft-7', io: 'input' });
      return [schemaFileOf(kind), `${foldShortLists(JSON.stringify(schema, null, 2))}\n`];
    }),
  );
}

// The formatter puts a list of plain values on one line where it fits, and the files are under its check.
function foldShortLists(json: string): string {
  return json.replace(
    /^(.*)\[\n([^[\]{}]*)\n\s*\](,?)$/gm,
    (expanded, before: string, items: string, after: string) => {
      const folded = `${before}[${items.trim().replace(/,\n\s*/g, ', ')}]${after}`;
      return folded.length <= 110 ? folded : expanded;
    },
  );
}
