import {
  type ApiKeyRow,
  createReader,
  createRestricted,
  describeKeys,
  issueKey,
  type KeyInput,
  type KeyIssuer,
  OPERATOR,
  Refusal,
  revokeKey,
  rotateKey,
} from '@reintegration/schema';
import { type Command, Option } from 'commander';
import { CommandError, say } from './command.ts';
import { withPool } from './with-pool.ts';

type IssueOptions = Omit<KeyInput, 'projects' | 'cities' | 'expiresOn'> & {
  readonly project: readonly string[];
  readonly city: readonly string[];
  readonly expires?: string;
};

/** Standard output is for what a program may read on: the key alone, or the list. */
function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Opens the configured database for whoever runs the program: an operator, who may issue any key. */
async function asOperator<Result>(work: (issuer: KeyIssuer) => Promise<Result>): Promise<Result> {
  return withPool((pool) =>
    work({ reader: createReader(pool), restricted: createRestricted(pool), viewer: OPERATOR }),
  );
}

/** The option of the command that each input comes from. */
const OPTIONS: Readonly<Record<string, string>> = {
  organization: '--organization',
  projects: '--project',
  cities: '--city',
  expiresOn: '--expires',
  id: '<id>',
};

/** @throws CommandError which says what is wrong with each option */
function requireDone<Done>(answer: Done | Refusal, values: Readonly<Record<string, unknown>>): Done {
  if (!(answer instanceof Refusal)) return answer;
  const lines = answer.problems.map(({ path: [name = '', index], message }) => {
    const value = values[name];
    const found = Array.isArray(value) ? value[Number(index ?? -1)] : value;
    return `  ${OPTIONS[name] ?? name}${found === undefined ? '' : ` "${String(found)}"`}: ${message}`;
  });
  throw new CommandError(`Nothing was done:\n${lines.join('\n')}`);
}

function sayIssued({ id }: ApiKeyRow, key: string): void {
  say(`✓ key ${id}. It is told this once, and kept nowhere:`);
  tell(key);
}

const collect = (value: string, others: readonly string[]) => [...others, value];
const EXPIRES = 'last day that it is good for, such as 2027-12-31';

/** Adds the commands that manage keys. */
export function addKeyCommands(program: Command): void {
  const key = program.command('key').description('issue, list, rotate and revoke API keys');

  key
    .command('issue')
    .description('issue a key; it alone goes to standard output')
    .addOption(
      new Option('--role <role>', 'what it lets its holder be')
        .choices(['MEMBER', 'PARTNER', 'STEWARD'])
        .makeOptionMandatory(),
    )
    .requiredOption('--organization <code>', 'whose key it is')
    .option('--project <code>', 'a project that it is for; may be given several times', collect, [])
    .option('--city <code>', 'a city that a partner works in; may be given several times', collect, [])
    .option('--expires <day>', EXPIRES)
    .addHelpText(
      'after',
      '\nA steward issues further keys for its projects through the API.\n\nExample:\n  $ reintegration key issue --role STEWARD --organization asb-see --project reintegration-ii',
    )
    .action(async ({ project: projects, city: cities, expires, ...given }: IssueOptions) => {
      const input = { ...given, projects, cities, expiresOn: expires ?? null };
      const { row, key: text } = requireDone(await asOperator((issuer) => issueKey(issuer, input)), input);
      sayIssued(row, text);
    });

  key
    .command('list')
    .description('list all keys, without the keys themselves')
    .action(async () => {
      const keys = await asOperator(describeKeys);
      for (const one of keys) {
        const scope = [one.organization, one.projects.join(','), one.cities.join(',')]
          .filter(Boolean)
          .join(' ');
        const used = one.lastUsedOn === null ? 'never used' : `used on ${one.lastUsedOn}`;
        const end = one.expiresOn === null ? '' : `, to ${one.expiresOn}`;
        tell(`${one.id}  ${one.state.padEnd(7)}  ${one.role.padEnd(7)}  ${scope}  (${used}${end})`);
      }
      say(`✓ ${keys.length} keys`);
    });

  key
    .command('rotate')
    .description('issue a second key beside one that lives; both are good until one is revoked')
    .argument('<id>', 'the key, as `key list` names it')
    .option('--expires <day>', `${EXPIRES} (default: as the other key)`)
    .action(async (id: string, { expires }: { readonly expires?: string }) => {
      const input = { id, expiresOn: expires ?? null };
      const { row, key: text } = requireDone(await asOperator((issuer) => rotateKey(issuer, input)), input);
      sayIssued(row, text);
      say(
        `  ${id} goes on to be good. Revoke it once the new one is in place: reintegration key revoke ${id}`,
      );
    });

  key
    .command('revoke')
    .description('revoke a key, for ever; gateways refuse it within two seconds')
    .argument('<id>', 'the key, as `key list` names it')
    .action(async (id: string) => {
      requireDone(await asOperator((issuer) => revokeKey(issuer, id)), { id });
      say(`✓ revoked ${id}`);
    });
}
