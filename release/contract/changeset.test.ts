import { expect, it } from 'vitest';
import { bumpOf, readBump, writeChangeset } from './changeset.ts';
import { compareContracts } from './compare.ts';
import { RELEASED } from './pair.fixture.ts';

it.each([
  ['breaking', '1.0.0', 'major'],
  ['breaking', '12.3.4', 'major'],
  ['breaking', '0.9.1', 'minor'],
  ['addition', '1.0.0', 'minor'],
  ['addition', '0.9.1', 'minor'],
  ['wording', '1.0.0', 'patch'],
  ['wording', '0.9.1', 'patch'],
] as const)('%s after %s is %s', (level, version, bump) => {
  expect(bumpOf(level, version)).toBe(bump);
});

const present = RELEASED.replace(' FIRM @deprecated(reason: "Use `NGO`.")', ' "A parish." PARISH')
  .replace('type Region', '"A part of the country." type Region')
  .replace('name: String', 'name: String @deprecated(reason: "Use `code`.")');

it('says the effect first, then each change, the gravest first', async () => {
  expect(writeChangeset(await compareContracts(RELEASED, present), '2.0.0')).toBe(`---
'@reintegration/schema': major
'@reintegration/sdk': major
'@reintegration/server': major
---

What the contract had deprecated is gone: queries that still ask for it are refused. All other queries go on working.

- **Gone.** Enum value \`FIRM\` (deprecated) was removed from enum \`Kind\`.
- \`City.name\` is deprecated: Use \`code\`.
- Enum value \`PARISH\` was added to enum \`Kind\`.
- \`Region\` is described otherwise.
`);
});

it('is none without a change', () => {
  expect(writeChangeset([], '1.0.0')).toBeNull();
});

it('is read again with its level, the least where packages differ', async () => {
  const text = writeChangeset(await compareContracts(RELEASED, present), '2.0.0') ?? '';
  expect(readBump(text)).toBe('major');
  expect(readBump(text.replace("schema': major", "schema': patch"))).toBe('patch');
  expect(readBump(text.replace("'@reintegration/schema': major\n", ''))).toBeNull();
});
