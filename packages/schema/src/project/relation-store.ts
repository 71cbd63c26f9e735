import type { Selectable } from 'kysely';
import { asksOnly, type ColumnChoice, Columns, chooseColumns } from '../columns.ts';
import { prepare } from '../database/prepare.ts';
import { anyOf } from '../database/sql.ts';
import type { Budget, Organization, Participation, ProjectComponent } from '../generated/kysely.ts';
import { defineColumnListLoader, defineListLoader, groupBy } from '../loader.ts';
import { type CityRow, cityColumns, type DistrictRow, districtColumns } from '../place/store.ts';
import type { SourceRow } from '../source/store.ts';

/** An organization's role in a project as it is kept; how the organization is called where nothing else is asked of it. */
export type ParticipationRow = Selectable<Participation> & {
  readonly organizationCode?: string;
  readonly organizationName?: Selectable<Organization>['name'];
};
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

const PARTICIPATION_COLUMNS = [
  'id',
  'projectId',
  'organizationId',
  'role',
  'componentCode',
  'sourceId',
  'position',
] as const;

/** Columns of participations, with the organization's id or with how it is called. */
const choose = (organization: 'organizationId' | 'organizationCode') =>
  chooseColumns<ParticipationRow>([...PARTICIPATION_COLUMNS, 'organizationCode'], {
    id: ['id', 'position'],
    organization: [organization],
    component: ['componentCode'],
    sources: ['sourceId'],
    // Read for the field above alone.
    '': ['organizationId', 'organizationCode'],
  });
const WITH_ID = choose('organizationId');
const WITH_NAME = choose('organizationCode');
const NAME_OF_ORGANIZATION: ReadonlySet<string> = new Set(['id', 'code', 'name', '__typename']);
const participationColumns: ColumnChoice<ParticipationRow> = {
  all: new Columns<ParticipationRow>(PARTICIPATION_COLUMNS),
  askedBy: (info) => {
    if (info?.fieldNodes[0] === undefined) return participationColumns.all;
    return (asksOnly(info, 'organization', NAME_OF_ORGANIZATION) ? WITH_NAME : WITH_ID).askedBy(info);
  },
};

const ownOf = (columns: Columns<ParticipationRow>) =>
  PARTICIPATION_COLUMNS.filter((name) => columns.names.includes(name)).map(
    (name) => `participation.${name}` as const,
  );
const readParticipations = prepare((db, { ids, columns }: Of<ParticipationRow>) =>
  db
    .selectFrom('participation')
    .select(ownOf(columns))
    .where('participation.projectId', '=', anyOf(ids))
    .orderBy('participation.position')
    .orderBy('participation.id'),
);
const readNamedParticipations = prepare((db, { ids, columns }: Of<ParticipationRow>) =>
  db
    .selectFrom('participation')
    // Looked up one by one: as a join, PostgreSQL would read all organizations.
    .innerJoinLateral(
      (sub) =>
        sub
          .selectFrom('organization')
          .select(['organization.code as organizationCode', 'organization.name as organizationName'])
          .whereRef('organization.id', '=', 'participation.organizationId')
          .limit(1)
          .as('named'),
      (join) => join.onTrue(),
    )
    .select(ownOf(columns))
    .select(['named.organizationCode', 'named.organizationName'])
    .where('participation.projectId', '=', anyOf(ids))
    .orderBy('participation.position')
    .orderBy('participation.id'),
);

/** Who takes part in the project with this id, in the order of its own documents. */
export const participationsOfProject = defineColumnListLoader(
  participationColumns,
  async (ids: readonly number[], { reader }, columns) => {
    const isNamed = columns.names.includes('organizationCode');
    const read = isNamed ? readNamedParticipations : readParticipations;
    const rows = (await read(reader, { ids, columns })) as readonly ParticipationRow[];
    return groupBy(rows, (row) => row.projectId);
  },
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
