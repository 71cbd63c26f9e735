import { Command } from 'commander';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { addReleaseCommands } from './release.ts';
import { addSyntheticCommand } from './synthetic.ts';

let told: string[];
let printed: string[];
beforeEach(() => {
  [told, printed] = [[], []];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs a command as the program does. What it said. */
async function run(command: string): Promise<string> {
  told.length = 0;
  const program = new Command('reintegration').exitOverride();
  addReleaseCommands(program);
  addSyntheticCommand(program);
  await program.parseAsync(command.split(' '), { from: 'user' });
  return told.join('');
}

const PEOPLE = 'synthetic --beneficiaries 60 --seed 7';
const RELEASE = 'release create --project synthetic --period 2025';

it('makes people up, freezes their counts and lists the releases, each with what to do next', async () => {
  const { url } = await useTestDatabase('migrated');
  vi.stubEnv('DATABASE_URL', url);
  // The places come along when there are none.
  const made = await run(PEOPLE);
  expect(made).toContain('✓ 60 synthetic people of seed 7');
  expect(made).toContain('next: reintegration release create --project synthetic --period 2025');
  expect(await run(PEOPLE)).toContain('are there already, nothing new');
  expect(await run('release list --project synthetic')).toContain('has no release. To make one: ');
  const frozen = await run(RELEASE);
  expect(frozen).toContain('counting people: 100 %');
  expect(frozen).toContain('✓ release 1 of synthetic for 2025: 1088 cells');
  // No raw count is told, not even to the operator's log.
  expect(frozen).not.toMatch(/\b60\b/);
  await run('release list --project synthetic');
  expect(printed.join('')).toMatch(/^1\t2025\t\S+Z\tcell-key, threshold 5, variance 9\n$/);
  await expect(run('synthetic --beneficiaries 61 --seed 7')).rejects.toThrow('Add --replace to remove them');
  expect(await run('synthetic --beneficiaries 61 --seed 7 --replace')).toContain('✓ removed 60 others');
});

it.each([
  ['release create --project nowhere --period 2025', '--project: there is no project "nowhere".'],
  ['release create --project synthetic --period 2025-06', '--period: "2025-06" is no reporting period.'],
  ['synthetic --beneficiaries none', '--beneficiaries is "none". Expected a whole number from 1'],
  ['synthetic --beneficiaries 5 --seed -1', '--seed is "-1".'],
])('refuses %s', async (command, message) => {
  const { url } = await useTestDatabase('migrated');
  vi.stubEnv('DATABASE_URL', url);
  await expect(run(command)).rejects.toThrow(message);
});
