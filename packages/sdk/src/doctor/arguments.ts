import { parseArgs } from 'node:util';
import { Problem } from './problem.ts';

/** What the caller wants. */
export type Arguments = {
  readonly paths: readonly string[];
  readonly url: string | undefined;
  readonly headers: readonly string[];
  readonly failOn: 'breaking' | 'deprecated';
  readonly json: boolean;
};

export const HELP = `Usage: npx @reintegration/sdk doctor [options] <folder or file>...

Checks the GraphQL operations in your sources against the contract of the installed version of
@reintegration/sdk, and the names that you import from @reintegration/sdk/operations.

Options:
  --url <address>          check against the contract of this gateway as well
  --header 'name: value'   sent to that gateway; may be given several times; never printed
  --fail-on deprecated     fail when something is deprecated, too
  --json                   print the result as JSON
  --version                print the version
  --help                   print this

Ends with 0 when nothing breaks, with 1 when something does, and with 2 when nothing could be checked.
`;

/** @throws Problem */
export function parseArguments(args: readonly string[]): Arguments | 'help' | 'version' {
  const { values, positionals } = read(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [command, ...paths] = positionals;
  if (command !== 'doctor')
    throw new Problem(
      `${command === undefined ? 'No command was given' : `There is no command "${command}"`}. ${EXPECTED}`,
    );
  if (paths.length === 0) throw new Problem(`No folder was given. ${EXPECTED}`);
  const failOn = values['fail-on'] ?? 'breaking';
  if (failOn !== 'breaking' && failOn !== 'deprecated')
    throw new Problem('--fail-on takes "breaking", which is the default, or "deprecated".');
  const headers = values.header ?? [];
  if (headers.length > 0 && values.url === undefined)
    throw new Problem('--header is sent to a gateway. Give its address with --url.');
  return { paths, url: values.url, headers, failOn, json: values.json ?? false };
}

const EXPECTED = 'Expected "doctor" and your folders, such as: npx @reintegration/sdk doctor src/';

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        header: { type: 'string', multiple: true },
        'fail-on': { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    // Its first sentence names the option; none of them repeats a value.
    const [what = ''] = (error as Error).message.split(/(?<=['\w])\. /);
    throw new Problem(`${what.replace(/\.$/, '')}. See --help.`);
  }
}
