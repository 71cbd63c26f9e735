import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { createDocumentStore } from './document-store.ts';

const documentOf = (length: number) => parse(`{ ${'a '.repeat(length / 2)}}`);

it('remembers documents', async () => {
  const store = createDocumentStore();
  const document = documentOf(100);
  await store.set('a', document);
  expect(await store.get('a')).toBe(document);
  await store.delete('a');
  expect(await store.get('a')).toBeUndefined();
});

it('forgets those that were used least, however short they are', async () => {
  const store = createDocumentStore();
  for (let index = 0; index <= 200; index += 1) await store.set(`${index}`, documentOf(10));
  expect(await store.get('0')).toBeUndefined();
  expect(await store.get('200')).toBeDefined();
});

it('keeps none that would take the place of many', async () => {
  const store = createDocumentStore();
  await store.set('long', documentOf(20_000));
  expect(await store.get('long')).toBeUndefined();
});
