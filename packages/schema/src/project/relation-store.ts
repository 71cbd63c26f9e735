import type { Selectable } from 'kysely';
import { type Columns, chooseColumns } from '../columns.ts';
import { prepare } from '../database/prepare.ts';
import { anyOf } from '../database/sql.ts';
import type { Budget, Participation, ProjectComponent } from '../generated/kysely.ts';
import { defineColumnListLoader, defineListLoader, groupBy } from '../loader.ts';
import { type CityRow, cityColumns, type DistrictRow, districtColumns } from '../place/store.ts';
import type { SourceRow } from '../source/store.ts';

/** An organization's role in a project as it is kept. */
export type ParticipationRow = Selectable<Participation>;
/** A budget as it is kept. */
export type BudgetRow = Selectable<Budget>;
/** What a project does within a component, as it is kept. */
export type ProjectComponentRow = Selectable<ProjectComponent>;

type Of<Row> = { readonly ids: readonly number[]; readonly columns: Columns<Row> };

const readDistricts = prepare((db, { ids, columns }: Of<DistrictRow>) =>
  db
    .selectFrom('projectDistrict')
    .innerJoin('district', 'district.id', 'projectDistrict.districtId')
    .select(columns.of('district'))
    .select('projectDistrict.projectId')
    .where('projectDistrict.projectId', '=', anyOf(ids))
    .orderBy('district.code'),
);

/** The districts of the project with this id, by code. */
export const districtsOfProject = defineColumnListLoader(
  districtColumns,
  async (ids: readonly number[], { reader }, columns) =>
    groupBy(await readDistricts(reader, { ids, columns }), (row) => row.projectId),
);

const readCities = prepare((db, { ids, columns }: Of<CityRow>) =>
  db
    .selectFrom('projectCity')
    .innerJoin('city', 'city.id', 'projectCity.cityId')
    .select(columns.of('city'))
    .select('projectCity.projectId')
    .where('projectCity.projectId', '=', anyOf(ids))
    .orderBy('city.code'),
);

/** The cities of the project with this id, by code. */
export const citiesOfProject = defineColumnListLoader(
  cityColumns,
  async (ids: readonly number[], { reader }, columns) =>
    groupBy(await readCities(reader, { ids, columns }), (row) => row.projectId),
);

const readComponents = prepare((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('projectComponent')
    .innerJoin('component', 'component.code', 'projectComponent.componentCode')
    .selectAll('projectComponent')
    .where('projectComponent.projectId', '=', anyOf(ids))
    .orderBy('component.position'),
);

/** The components of the project with this id, in the order of the contract. */
export const componentsOfProject = defineListLoader<number, ProjectComponentRow>(async (ids, { reader }) =>
  groupBy(await readComponents(reader, { ids }), (row) => row.projectId),
);

/** Columns of participations. */
const participationColumns = chooseColumns<ParticipationRow>(
  ['id', 'projectId', 'organizationId', 'role', 'componentCode', 'sourceId', 'position'],
  { id: ['id', 'position'], component: ['componentCode'], sources: ['sourceId'] },
);

const readParticipations = prepare((db, { ids, columns }: Of<ParticipationRow>) =>
  db
    .selectFrom('participation')
    .select(columns.of('participation'))
    .where('projectId', '=', anyOf(ids))
    .orderBy('position')
    .orderBy('id'),
);

/** Who takes part in the project with this id, in the order of its own documents. */
export const participationsOfProject = defineColumnListLoader(
  participationColumns,
  async (ids: readonly number[], { reader }, columns) =>
    groupBy(await readParticipations(reader, { ids, columns }), (row) => row.projectId),
);

const readBudgets = prepare((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('budget')
    .innerJoin('city', 'city.id', 'budget.cityId')
    .selectAll('budget')
    .where('budget.projectId', '=', anyOf(ids))
    .orderBy('city.code')
    .orderBy('budget.currency'),
);

/** The budgets of the project with this id, by city. */
export const budgetsOfProject = defineListLoader<number, BudgetRow>(async (ids, { reader }) =>
  groupBy(await readBudgets(reader, { ids }), (row) => row.projectId),
);

const readBudgetSources = prepare((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('budgetSource')
    .innerJoin('source', 'source.id', 'budgetSource.sourceId')
    .selectAll('source')
    .select('budgetSource.budgetId')
    .where('budgetSource.budgetId', '=', anyOf(ids))
    .orderBy('budgetSource.position'),
);

/** The sources of the budget with this id. */
export const sourcesOfBudget = defineListLoader<number, SourceRow>(async (ids, { reader }) =>
  groupBy(await readBudgetSources(reader, { ids }), (row) => row.budgetId),
);

const readDateSources = prepare((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('projectDateSource')
    .innerJoin('source', 'source.id', 'projectDateSource.sourceId')
    .selectAll('source')
    .select('projectDateSource.projectId')
    .where('projectDateSource.projectId', '=', anyOf(ids))
    .orderBy('source.code'),
);

/** Where the dates of the project with this id were read, by code. */
export const dateSourcesOfProject = defineListLoader<number, SourceRow>(async (ids, { reader }) =>
  groupBy(await readDateSources(reader, { ids }), (row) => row.projectId),
);
