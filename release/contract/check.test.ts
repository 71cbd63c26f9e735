import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { writeChangeset } from './changeset.ts';
import { type ContractState, changesOf, checkContract } from './check.ts';
import { readState } from './files.ts';
import { changed, RELEASED } from './pair.fixture.ts';
import { writeReleased } from './released.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the contract of this project may be released', async () => {
  const refusals = await checkContract(await readState(root));
  expect(refusals, refusals.join('\n')).toEqual([]);
});

/** A state that is well: its changeset is the one that its changes bring. */
async function state(present: string, version = '1.2.0'): Promise<ContractState> {
  const bare = { released: writeReleased(RELEASED, version), present, changeset: null, version };
  return { ...bare, changeset: writeChangeset(await changesOf(bare), version) };
}
const addition = changed('name: String', 'name: String area: Int');
const removal = changed(' FIRM @deprecated(reason: "Use `NGO`.")', '');
const wording = changed('name: String', '"Its name." name: String');

it.each([
  ['no change', RELEASED],
  ['an addition', addition],
  ['the end of something deprecated', removal],
  ['a wording', wording],
])('%s with its changeset is taken', async (_what, present) => {
  expect(await checkContract(await state(present))).toEqual([]);
  expect(await checkContract(await state(present, '0.3.0'))).toEqual([]);
});

it('a project that was never released has nothing to compare with', async () => {
  const fresh = { released: null, present: addition, changeset: null, version: '0.0.0' };
  expect(await checkContract(fresh)).toEqual([]);
});

it('what breaks users is refused, whatever its changeset says', async () => {
  expect(await checkContract(await state(changed('name: String', '')))).toEqual([
    expect.stringContaining(
      'Field `name` was removed from object type `City`. The released contract promises',
    ),
  ]);
});

it('a deprecation without a way on is refused, in a project that was never released too', async () => {
  const present = changed('Use `city`.', 'Old.');
  const expected = [expect.stringContaining('`Query.region` is deprecated with the reason "Old."')];
  expect(await checkContract({ released: null, present, changeset: null, version: '0.0.0' })).toEqual(
    expected,
  );
  expect(await checkContract(await state(present))).toEqual(expected);
});

it('a changeset that is missing is refused', async () => {
  expect(await checkContract({ ...(await state(addition)), changeset: null })).toEqual([
    'The contract changed (Field `area` was added to object type `City`), and .changeset/contract.md is missing.\n' +
      '  Run `npx -y pnpm@12 generate`, read the file, and check it in.',
  ]);
});

it.each([
  ['patch for an addition', addition, 'minor', 'patch', 'says patch, and the contract changed by minor'],
  ['minor for a removal', removal, 'major', 'minor', 'says minor, and the contract changed by major'],
  ['nothing for the SDK', addition, "'@reintegration/sdk': minor\n", '', 'says nothing for some packages'],
])('a changeset that is too low is refused: %s', async (_what, present, text, by, message) => {
  const well = await state(present);
  const changeset = well.changeset?.replaceAll(text, by) ?? '';
  expect(changeset).not.toBe(well.changeset);
  expect(await checkContract({ ...well, changeset })).toEqual([expect.stringContaining(message)]);
});

it.each([
  ['tells of other changes', addition, (text: string) => text.replace('`area`', '`size`'), /as they are/],
  ['is left over', RELEASED, () => 'left', /tells of changes, and the contract is as it was released/],
])('a changeset that %s is refused', async (_what, present, edit, message) => {
  const well = await state(present);
  const refused = await checkContract({ ...well, changeset: edit(well.changeset ?? '') });
  expect(refused).toEqual([expect.stringMatching(message)]);
});

it.each([
  ['the version grew alone', writeReleased(RELEASED, '1.1.0')],
  ['it was never kept', null],
  ['it does not say of which version it is', RELEASED],
])('a released contract is refused when %s', async (_what, released) => {
  const refused = await checkContract({ ...(await state(RELEASED)), released });
  expect(refused).toEqual([
    expect.stringMatching(/^packages\/schema\/released.graphql is of version .* version 1\.2\.0\./),
  ]);
});
