import { parseArgs } from 'node:util';
import type { Locale } from '@reintegration/sdk';
import { findMarks, type Marks, RFC_4180, SOME_REGIONS } from './marks.ts';

export const help = `Prints what a project reached, as its gateway has published it.

Usage: node src/main.ts [options]

  --url <address>    GraphQL address of the gateway     (http://localhost:4000/graphql)
  --project <code>   the project                        (reintegration-ii)
  --during <date>    only periods within this year, month or day: 2023, 2023-05, 2023-05-17
  --locale <locale>  en, sr-latn or sr-cyrl             (en)
  --csv <file>       also write the figures to this file
  --bom              begin that file with a byte order mark, which Excel needs to read UTF-8
  --excel <region>   write that file as Excel opens it on a computer of this region: sr-RS, en-GB
  --help             show this
`;

const LOCALES: Readonly<Record<string, Locale>> = { en: 'EN', 'sr-latn': 'SR_LATN', 'sr-cyrl': 'SR_CYRL' };

export type Options = {
  readonly url: string;
  readonly project: string;
  readonly during: string | undefined;
  readonly locale: Locale;
  readonly csv: string | undefined;
  readonly bom: boolean;
  readonly marks: Marks;
  readonly help: boolean;
};

/** What the user typed cannot be used; the message says why. */
export class UsageError extends Error {}

/** @throws UsageError */
export function parseOptions(args: readonly string[]): Options {
  const { locale: localeText, excel, ...values } = readArguments(args);
  const locale = LOCALES[localeText.toLowerCase().replace('_', '-')];
  if (!locale)
    throw new UsageError(`--locale "${localeText}" is none of ${Object.keys(LOCALES).join(', ')}.`);
  if (values.bom && values.csv === undefined) throw new UsageError('--bom is for the file that --csv names.');
  if (excel === undefined) return { during: undefined, csv: undefined, ...values, locale, marks: RFC_4180 };
  if (values.csv === undefined) throw new UsageError('--excel is for the file that --csv names.');
  const marks = findMarks(excel);
  if (marks === null)
    throw new UsageError(
      `--excel "${excel}" is no known region. Expected one such as ${SOME_REGIONS.join(', ')}.`,
    );
  return { during: undefined, ...values, csv: values.csv, locale, bom: true, marks };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string', default: 'http://localhost:4000/graphql' },
        project: { type: 'string', default: 'reintegration-ii' },
        during: { type: 'string' },
        locale: { type: 'string', default: 'en' },
        csv: { type: 'string' },
        bom: { type: 'boolean', default: false },
        excel: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
