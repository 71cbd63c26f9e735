import { expect, test } from 'vitest';
import { mayWrite } from './document.ts';
import * as operations from './operations.ts';

test.each([
  'mutation { record { id } }',
  '# a comment\n,,mutation Record($id: ID!) { record(id: $id) { id } }',
  'fragment F on T { id } mutation{record{...F}}',
  'query Q { city } mutation M { record { id } }',
])('takes for writing: %s', (text) => {
  expect(mayWrite(text)).toBe(true);
});

test('no operation of this package is taken for one that writes', () => {
  for (const [name, text] of Object.entries(operations)) expect(mayWrite(text), name).toBe(false);
  expect(mayWrite('{ mutations permutation }')).toBe(false);
});
