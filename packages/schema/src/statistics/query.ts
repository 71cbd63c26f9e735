import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { badUserInput } from '../error.ts';
import { IS_CODE, parseCode } from '../scalar/code.ts';
import { parseBreakdown } from './policy.ts';
import { findRelease, listReleases, type ReleaseRow, readTable } from './store.ts';
import { Statistics, StatisticsDimension, StatisticsLevel, StatisticsRelease } from './type.ts';

/**
 * The release that was asked for, or the newest; null when the project has none.
 *
 * @throws ApiError BAD_USER_INPUT when there are releases, and none with this number
 */
async function requireRelease(
  { reader }: Context,
  project: string,
  number: number | null,
): Promise<ReleaseRow | null> {
  const release = await findRelease(reader, project, number);
  if (release) return release;
  const newest = number === null ? undefined : await findRelease(reader, project, null);
  if (!newest) return null;
  throw badUserInput(
    `"release" is ${number}. Expected a number from 1 to ${newest.number}, or none for the newest release.`,
  );
}

builder.queryFields((t) => ({
  statistics: t.field({
    type: Statistics,
    extensions: { scope: 'PUBLIC' },
    nullable: true,
    description:
      'Protected counts of people, from a frozen release; null when the project has none yet. See `note` before reading the values.',
    args: {
      project: t.arg.string({ required: true, extensions: IS_CODE, description: 'Code of the project.' }),
      release: t.arg.int({ description: 'Number of the release; without it the newest.' }),
      level: t.arg({
        type: StatisticsLevel,
        required: true,
        defaultValue: 'PROJECT',
        description: 'Where people are counted.',
      }),
      by: t.arg({
        type: [StatisticsDimension],
        required: true,
        defaultValue: [],
        description: 'What the counts are broken down by: at most two dimensions, each once.',
      }),
    },
    resolve: async (_root, { project, release: number, level, by }, context) => {
      const dimensions = parseBreakdown(by);
      const release = await requireRelease(context, parseCode('project', project) ?? '', number ?? null);
      if (!release) return null;
      return { release, cells: await readTable(context.reader, release.id, level, dimensions) };
    },
  }),
  statisticsReleases: t.field({
    type: [StatisticsRelease],
    extensions: { scope: 'PUBLIC' },
    description: 'The releases of protected counts of people of a project, the newest first.',
    args: {
      project: t.arg.string({ required: true, extensions: IS_CODE, description: 'Code of the project.' }),
    },
    resolve: (_root, { project }, { reader }) =>
      listReleases(reader, parseCode('project', project) ?? '').then((releases) => [...releases]),
  }),
}));
