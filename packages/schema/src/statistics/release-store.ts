import type { Restricted } from '../database/restricted.ts';
import type { Viewer } from '../database/viewer.ts';
import type { WriterTransaction } from '../database/writer.ts';
import { ageBandOf } from '../disclosure/age-band.ts';
import { createKeyMaker } from '../disclosure/cell-key.ts';
import { GENERAL_LAW } from '../disclosure/perturbation-table.ts';
import { protect } from '../disclosure/protection.ts';
import { createTabulation, type RawCell } from '../disclosure/tabulation.ts';
import {
  countRecords,
  freezeCells,
  lockReleases,
  type ProtectedCell,
  readPeople,
  readScope,
  secretOf,
} from './people-store.ts';
import { faultOfPeriod, isProvisional } from './policy.ts';
import type { ReleaseRow } from './store.ts';

/** What to freeze: the code of a project, and a year. */
export type ReleaseRequest = { readonly project: string; readonly period: string };

/** What came of it: a release, or why there is none. */
export type ReleaseOutcome =
  | { readonly release: ReleaseRow; readonly cells: number }
  | { readonly refused: { readonly path: 'project' | 'period'; readonly message: string } };

/** Told again and again how much is done, from 0 to 1. A share, as the number of people is nobody's business. */
export type OnProgress = (share: number) => void;

/** The method as releases tell it. */
export const METHOD = 'cell-key';

const TIMEOUT_MS = 600_000;

/**
 * Counts the people of a project and a year, protects the counts, and publishes them as the project's next release,
 * all in one transaction. Raw counts never leave the memory of this call.
 *
 * @param restricted - opens the records of people
 * @param viewer - a steward of the project, or the operator
 */
export async function createRelease(
  restricted: Restricted,
  viewer: Viewer,
  request: ReleaseRequest,
  onProgress: OnProgress = () => undefined,
): Promise<ReleaseOutcome> {
  const fault = faultOfPeriod(request.period);
  if (fault !== null) return { refused: { path: 'period', message: fault } };
  return restricted.transact(viewer, (tx) => release(tx, viewer, request, onProgress), {
    timeoutMs: TIMEOUT_MS,
  });
}

/** Whether the viewer freezes statistics of this project. */
function mayRelease(viewer: Viewer, projectId: number): boolean {
  return viewer.role === 'OPERATOR' || (viewer.role === 'STEWARD' && viewer.projectIds.includes(projectId));
}

async function release(
  tx: WriterTransaction,
  viewer: Viewer,
  { project: code, period }: ReleaseRequest,
  onProgress: OnProgress,
): Promise<ReleaseOutcome> {
  const project = await tx.project.findUnique({ where: { code }, select: { id: true } });
  if (!project || !mayRelease(viewer, project.id)) {
    return { refused: { path: 'project', message: 'There is no project of yours with this code.' } };
  }
  // It may wait for another release, or for whoever is publishing, longer than a pool lets a statement run.
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`;
  await lockReleases(tx, project.id);
  const keys = createKeyMaker(await secretOf(tx, project.id));
  const tabulation = createTabulation(await readScope(tx, project.id));
  const total = await countRecords(tx, project.id);
  let counted = 0;
  onProgress(0);
  for await (const page of readPeople(tx, project.id, period)) {
    for (const { id, birthYear, ...person } of page) {
      const ageBand = birthYear === null ? null : ageBandOf(birthYear, Number(period));
      tabulation.add({ ...person, ageBand, key: keys.recordKey(id) });
    }
    counted += page.length;
    onProgress(Math.min(counted / Math.max(total, 1), 1));
  }
  const status = isProvisional(period, new Date()) ? 'PROVISIONAL' : 'OBSERVED';
  const cells = Array.from(tabulation.cells(), (cell) => ({
    ...columnsOf(cell),
    value: protect(cell, keys),
    status,
  }));
  const { threshold, variance } = GENERAL_LAW;
  const terms = { projectId: project.id, period, method: METHOD, threshold, variance };
  return { release: await freezeCells(tx, terms, cells), cells: cells.length };
}

/** Which cell it is, in the names of the table's columns. */
function columnsOf({ name }: RawCell): ProtectedCell {
  return {
    level: name.level,
    district_id: name.districtId,
    city_id: name.cityId,
    sex: name.SEX,
    age_band: name.AGE_BAND,
    category: name.CATEGORY,
    component_code: name.COMPONENT,
  };
}
