import { Command } from 'commander';
import { ENVIRONMENT } from '../config/env.ts';
import { type AuditOptions, verifyAuditAndSay } from './audit.ts';
import { readConfig, say, sayFailure, withDatabase } from './command.ts';
import { eraseAndSay } from './erase.ts';
import { addKeyCommands } from './key.ts';
import { loadAll, readAll, readBundled } from './load.ts';
import { migrateAndSay } from './migrate.ts';
import { addReleaseCommands } from './release.ts';
import { type ServeOptions, serve } from './serve.ts';
import { addSyntheticCommand } from './synthetic.ts';
import { withPool } from './with-pool.ts';

const width = Math.max(...Object.keys(ENVIRONMENT).map(({ length }) => length));
const environment = Object.entries(ENVIRONMENT).map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);

const program = new Command('reintegration')
  .description('The gateway of the open data hub: serves the shared contract and keeps its database.')
  .showHelpAfterError('(--help tells what is expected)')
  .addHelpText('after', `\nEnvironment:\n${environment.join('\n')}`);

program
  .command('serve')
  .description('migrate, load the datasets that come with the package, and serve until stopped')
  .option('--no-load', 'leave the datasets as they are in the database')
  .action((options: ServeOptions) => serve(options));

program
  .command('migrate')
  .description("bring the database to this version's models; the server may be running")
  .action(async () => withDatabase(await readConfig(), migrateAndSay));

program
  .command('load')
  .description('check datasets, then load what was edited in them, all or nothing; the server may be running')
  .argument('[folder...]', 'folders of datasets (default: those that come with the package)')
  .addHelpText(
    'after',
    '\nAn edited figure becomes a new revision; a removed one is withdrawn. Nothing is ever overwritten.',
  )
  .action(async (folders: readonly string[]) => {
    const datasets = await (folders.length > 0 ? readAll(folders) : readBundled());
    await withPool((pool) => loadAll(pool, datasets));
  });

program
  .command('check')
  .description(
    'check datasets without a database: every problem with its file, place, what was found and expected',
  )
  .argument('[folder...]', 'folders of datasets (default: those that come with the package)')
  .action(async (folders: readonly string[]) => {
    const datasets = await (folders.length > 0 ? readAll(folders) : readBundled());
    for (const [folder, { code, measurements, activities }] of datasets) {
      say(
        `✓ ${folder}: dataset ${code}, ${measurements.length} measurements, ${activities.length} activities, no problem`,
      );
    }
  });

program
  .command('beneficiary')
  .description('records of people')
  .command('erase')
  .description('erase a person or household with all support, for ever; the server may be running')
  .argument('<id>', 'the id that the gateway told')
  .action((id: string) => eraseAndSay(id));

program
  .command('audit')
  .description('the log of all changes of guarded records')
  .command('verify')
  .description('find whatever was changed, removed, reordered or cut off, and print where the log ends')
  .option('--head <hash>', 'the hash that an earlier verification printed, which must still be in the log')
  .action((options: AuditOptions) => verifyAuditAndSay(options));
addKeyCommands(program);
addReleaseCommands(program);
addSyntheticCommand(program);

/** Runs what the arguments of the process ask for, and ends it. */
export async function runProgram(version: string): Promise<never> {
  // Nobody reads any more: no reason to leave the work, and a database that runs, half way.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  try {
    await program.version(version, '-v, --version').parseAsync();
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
  // The migration engine leaves a timer behind that would keep a finished process for ten seconds.
  process.exit();
}
