import { bumpOf, isAtLeast, readBump, writeChangeset } from './changeset.ts';
import { type ContractChange, compareContracts } from './compare.ts';
import { type Refusal, refuseBreaking } from './refuse-breaking.ts';
import { refuseReasons } from './refuse-reasons.ts';
import { releasedVersion } from './released.ts';

/** What is checked in. */
export type ContractState = {
  /** The contract as it was last released; null before the first release. */
  readonly released: string | null;
  /** The contract as it is printed now. */
  readonly present: string;
  /** `.changeset/contract.md`; null when there is none. */
  readonly changeset: string | null;
  /** The version that the packages share. */
  readonly version: string;
};

/** The changes since the last release. */
export async function changesOf({ released, present }: ContractState): Promise<readonly ContractChange[]> {
  return released === null ? [] : await compareContracts(released, present);
}

/** Everything for which this state is not to be merged; nothing when all is well. */
export async function checkContract(state: ContractState): Promise<readonly Refusal[]> {
  const changes = await changesOf(state);
  return [
    ...refuseReleased(state),
    ...refuseBreaking(changes, state.released ?? state.present),
    ...refuseReasons(state.present),
    ...refuseChangeset(changes, state),
  ];
}

const UNRELEASED = '0.0.0';

function refuseReleased({ released, version }: ContractState): readonly Refusal[] {
  const kept = released === null ? UNRELEASED : releasedVersion(released);
  if (kept === version) return [];
  return [
    `packages/schema/released.graphql is of version ${kept ?? '(none named)'}, and the packages have version ${version}.\n` +
      '  Both change together, by `npx -y pnpm@12 run version`. Take back what was changed otherwise.',
  ];
}

const DERIVE = 'Run `npx -y pnpm@12 generate`, read the file, and check it in.';

function refuseChangeset(
  changes: readonly ContractChange[],
  { changeset, version }: ContractState,
): readonly Refusal[] {
  const expected = writeChangeset(changes, version);
  if (changeset === expected) return [];
  const [gravest] = changes;
  if (gravest === undefined)
    return [`.changeset/contract.md tells of changes, and the contract is as it was released.\n  ${DERIVE}`];
  const least = bumpOf(gravest.level, version);
  if (changeset === null)
    return [`The contract changed (${gravest.text}), and .changeset/contract.md is missing.\n  ${DERIVE}`];
  const found = readBump(changeset);
  if (found === null || !isAtLeast(found, least))
    return [
      `.changeset/contract.md says ${found ?? 'nothing for some packages'}, and the contract changed by ${least}: ${gravest.text}.\n  ${DERIVE}`,
    ];
  return [`.changeset/contract.md does not tell the contract's changes as they are.\n  ${DERIVE}`];
}
