import type { Selectable } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { Component, Project } from '../generated/kysely.ts';
import { defineLoader, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** A project as it is kept. */
export type ProjectRow = Selectable<Project>;
/** A component as it is kept. */
export type ComponentRow = Selectable<Component>;

/** What to narrow the list of projects by; null is everything. */
export type ProjectFilter = { readonly search: string | null };

const select = (reader: Reader) => reader.selectFrom('project').selectAll('project');

/** The project with this id. */
export const projectById = defineLoader<number, ProjectRow>(async (ids, { reader }) =>
  indexBy(await select(reader).where('project.id', '=', anyOf(ids)).execute(), ({ id }) => id),
);

/** The project with this code. */
export const projectByCode = defineLoader<string, ProjectRow>(async (codes, { reader }) =>
  indexBy(
    await select(reader)
      .where('project.code', '=', anyOf(codes.filter(isCode)))
      .execute(),
    ({ code }) => code,
  ),
);

/** The component with this code. */
export const componentByCode = defineLoader<string, ComponentRow>(async (_codes, { reader }) =>
  indexBy(await listComponents(reader), ({ code }) => code),
);

/** All components, in the order of the contract. */
export function listComponents(reader: Reader): Promise<readonly ComponentRow[]> {
  return reader.selectFrom('component').selectAll().orderBy('position').execute();
}

function narrow(reader: Reader, { search }: ProjectFilter) {
  return reader
    .selectFrom('project')
    .$if(search !== null, (query) => query.where(holdsText(['project.title'], search ?? '')));
}

/** One page of projects, by code. */
export function listProjects(
  reader: Reader,
  filter: ProjectFilter,
  window: KeysetWindow,
): Promise<readonly ProjectRow[]> {
  return withinWindow(narrow(reader, filter).selectAll('project'), 'project.code', window).execute();
}

/** How many projects there are. */
export function countProjects(reader: Reader, filter: ProjectFilter): Promise<number> {
  return countRows(narrow(reader, filter));
}
