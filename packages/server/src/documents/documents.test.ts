import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { schema } from '@reintegration/schema';
import { parse, validate } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DocumentsError, hashOf, parseDocuments } from './documents.ts';
import { bundledDocuments, readDocuments } from './read-documents.ts';

const text = '{ dataVersion }';

describe('persisted documents', () => {
  it.each([
    ['null', null, /expected an object of documents/],
    ['a list', [text], /expected an object of documents/],
    ['another hash', { [hashOf('x')]: text }, /1 of 1 documents are not what their hash names/],
    ['no text', { [hashOf('1')]: 1 }, /1 of 1 documents/],
    ['another algorithm', { abc: text, [hashOf(text)]: text }, /1 of 2 documents.*SHA-256.*\n {2}abc$/s],
  ])('are refused: %s', (_name, value, message) => {
    expect(() => parseDocuments(value, 'own.json')).toThrow(DocumentsError);
    expect(() => parseDocuments(value, 'own.json')).toThrow(message);
  });

  it('are read from a file, and what is wrong with it is told', async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'reintegration-documents-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const file = path.join(directory, 'own.json');
    expect(() => readDocuments(file)).toThrow(/own\.json: there is no such file\. Expected a JSON file/);
    await writeFile(file, '{');
    expect(() => readDocuments(file)).toThrow(/own\.json: .*JSON/);
    await writeFile(file, JSON.stringify({ [hashOf(text)]: text }));
    expect(readDocuments(file)).toEqual({ [hashOf(text)]: text });
  });

  it('of the present SDK fit the contract', () => {
    // Those of earlier releases need not.
    const current = new URL('../../documents/sdk.json', import.meta.url).pathname;
    const documents = Object.values(readDocuments(current));
    expect(bundledDocuments()).toMatchObject(readDocuments(current));
    expect(documents.length).toBeGreaterThan(10);
    for (const document of documents) expect(validate(schema, parse(document)), document).toEqual([]);
  });
});
