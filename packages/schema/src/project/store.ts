import type { Kysely, Selectable } from 'kysely';
import { type Columns, chooseColumns } from '../columns.ts';
import { prepare, prepareCount } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { Component, DB, Project } from '../generated/kysely.ts';
import { defineColumnLoader, defineLoader, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** A project as it is kept. */
export type ProjectRow = Selectable<Project>;
/** A component as it is kept. */
export type ComponentRow = Selectable<Component>;

/** What to narrow the list of projects by; null is everything. */
export type ProjectFilter = { readonly search: string | null };

/** Columns of projects. */
export const projectColumns = chooseColumns<ProjectRow>(
  [
    'id',
    'code',
    'title',
    'startsOn',
    'endsOn',
    'startsOnNote',
    'endsOnNote',
    'citiesNote',
    'status',
    'isSynthetic',
    'targetGroups',
  ],
  {
    startsOn: ['startsOn'],
    endsOn: ['endsOn'],
    startsOnNote: ['startsOnNote'],
    endsOnNote: ['endsOnNote'],
    citiesNote: ['citiesNote'],
    status: ['status'],
    isSynthetic: ['isSynthetic'],
    targetGroups: ['targetGroups'],
  },
);

type OfProject = { readonly columns: Columns<ProjectRow> };

const readByIds = prepare((db, { ids, columns }: { ids: readonly number[] } & OfProject) =>
  db.selectFrom('project').select(columns.of('project')).where('project.id', '=', anyOf(ids)),
);
const readByCodes = prepare((db, { codes, columns }: { codes: readonly string[] } & OfProject) =>
  db.selectFrom('project').select(columns.of('project')).where('project.code', '=', anyOf(codes)),
);
const readComponents = prepare((db) => db.selectFrom('component').selectAll().orderBy('position'));

/** The project with this id. */
export const projectById = defineColumnLoader(
  projectColumns,
  async (ids: readonly number[], { reader }, columns) =>
    indexBy(await readByIds(reader, { ids, columns }), ({ id }) => id),
);

/** The project with this code. */
export const projectByCode = defineColumnLoader(
  projectColumns,
  async (codes: readonly string[], { reader }, columns) =>
    indexBy(await readByCodes(reader, { codes: codes.filter(isCode), columns }), ({ code }) => code),
);

/** The component with this code. */
export const componentByCode = defineLoader<string, ComponentRow>(async (_codes, { reader }) =>
  indexBy(await listComponents(reader), ({ code }) => code),
);

/** All components, in the order of the contract. */
export function listComponents(reader: Reader): Promise<readonly ComponentRow[]> {
  return readComponents(reader, {});
}

function narrow(db: Kysely<DB>, { search }: ProjectFilter) {
  return db
    .selectFrom('project')
    .$if(search !== null, (query) => query.where(holdsText(['project.title'], search as string)));
}

const readPage = prepare((db, asked: ProjectFilter & KeysetWindow & OfProject) =>
  withinWindow(narrow(db, asked).select(asked.columns.of('project')), 'project.code', asked),
);
const countNarrowed = prepareCount((db, filter: ProjectFilter) => countRows(narrow(db, filter)));

/** One page of projects, by code. */
export function listProjects(
  reader: Reader,
  filter: ProjectFilter,
  window: KeysetWindow,
  columns: Columns<ProjectRow>,
): Promise<readonly ProjectRow[]> {
  return readPage(reader, { ...filter, ...window, columns });
}

/** How many projects there are. */
export function countProjects(reader: Reader, filter: ProjectFilter): Promise<number> {
  return countNarrowed(reader, filter);
}
