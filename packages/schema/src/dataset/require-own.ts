import type { WriterTransaction } from '../database/writer.ts';
import type { DatasetEntry } from './entry.ts';
import { type DatasetKind, fileOf } from './model.ts';
import { DatasetError, type DatasetProblem } from './problem.ts';

/** Kinds whose records belong to one project; all others are shared by everybody. */
const OWNED = new Set<DatasetKind>(['activities', 'openCalls']);

/**
 * Refuses what a dataset brings for the first time when it is somebody else's: activities and public calls of
 * another project, and shared records that another dataset describes otherwise. Once two datasets have agreed
 * on a shared record, either may correct it.
 *
 * @throws DatasetError with every such record
 */
export async function requireOwn(
  tx: WriterTransaction,
  dataset: string,
  added: readonly DatasetEntry[],
): Promise<void> {
  const problems = [
    ...(await findDisagreements(tx, dataset, added)),
    ...(await findForeign(tx, dataset, added)),
  ];
  if (problems.length > 0) throw new DatasetError(problems);
}

async function findDisagreements(tx: WriterTransaction, dataset: string, added: readonly DatasetEntry[]) {
  const shared = added.filter(({ kind }) => !OWNED.has(kind));
  const others = await tx.datasetEntry.findMany({
    where: { dataset: { not: dataset }, OR: shared.map(({ kind, key }) => ({ kind, key })) },
  });
  return others.flatMap((other): DatasetProblem[] => {
    const entry = shared.find(({ kind, key }) => kind === other.kind && key === other.key);
    if (entry === undefined || entry.digest === other.digest) return [];
    return [
      problemOf(
        entry,
        `other content than dataset ${other.dataset} has`,
        'the same content, or another code',
      ),
    ];
  });
}

async function findForeign(tx: WriterTransaction, dataset: string, added: readonly DatasetEntry[]) {
  const owned = added.filter(({ kind }) => OWNED.has(kind));
  const where = (kind: DatasetKind) => ({
    code: { in: owned.filter((entry) => entry.kind === kind).map(({ key }) => key) },
  });
  const project = { select: { code: true } };
  const activities = await tx.activity.findMany({
    where: where('activities'),
    select: { code: true, project },
  });
  const openCalls = await tx.openCall.findMany({
    where: where('openCalls'),
    select: { code: true, activity: { select: { project } } },
  });
  const owners = new Map([
    ...activities.map((row): [string, string] => [`activities ${row.code}`, row.project.code]),
    ...openCalls.map((row): [string, string] => [`openCalls ${row.code}`, row.activity.project.code]),
  ]);
  return owned.flatMap((entry): DatasetProblem[] => {
    const owner = owners.get(`${entry.kind} ${entry.key}`);
    if (owner === undefined || owner === dataset) return [];
    return [problemOf(entry, `a code of project ${owner}`, 'a code that no other project uses')];
  });
}

function problemOf({ kind, key }: DatasetEntry, found: string, expected: string): DatasetProblem {
  return { file: fileOf(kind), path: `${kind} ${key}`, found, expected };
}
