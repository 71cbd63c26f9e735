import type { Selectable } from 'kysely';
import { anyOf } from '../database/sql.ts';
import type { Budget, Participation, ProjectComponent } from '../generated/kysely.ts';
import { defineLoader, groupBy } from '../loader.ts';
import type { CityRow, DistrictRow } from '../place/store.ts';
import type { SourceRow } from '../source/store.ts';

/** An organization's role in a project as it is kept. */
export type ParticipationRow = Selectable<Participation>;
/** A budget as it is kept. */
export type BudgetRow = Selectable<Budget>;
/** What a project does within a component, as it is kept. */
export type ProjectComponentRow = Selectable<ProjectComponent>;

/** The districts of the project with this id, by code. */
export const districtsOfProject = defineLoader<number, readonly DistrictRow[]>(async (ids, { reader }) =>
  groupBy(
    await reader
      .selectFrom('projectDistrict')
      .innerJoin('district', 'district.id', 'projectDistrict.districtId')
      .selectAll('district')
      .select('projectDistrict.projectId')
      .where('projectDistrict.projectId', '=', anyOf(ids))
      .orderBy('district.code')
      .execute(),
    (row) => row.projectId,
  ),
);

/** The cities of the project with this id, by code. */
export const citiesOfProject = defineLoader<number, readonly CityRow[]>(async (ids, { reader }) =>
  groupBy(
    await reader
      .selectFrom('projectCity')
      .innerJoin('city', 'city.id', 'projectCity.cityId')
      .selectAll('city')
      .select('projectCity.projectId')
      .where('projectCity.projectId', '=', anyOf(ids))
      .orderBy('city.code')
      .execute(),
    (row) => row.projectId,
  ),
);

/** The components of the project with this id, in the order of the contract. */
export const componentsOfProject = defineLoader<number, readonly ProjectComponentRow[]>(
  async (ids, { reader }) =>
    groupBy(
      await reader
        .selectFrom('projectComponent')
        .innerJoin('component', 'component.code', 'projectComponent.componentCode')
        .selectAll('projectComponent')
        .where('projectComponent.projectId', '=', anyOf(ids))
        .orderBy('component.position')
        .execute(),
      (row) => row.projectId,
    ),
);

/** Who takes part in the project with this id, in the order of its own documents. */
export const participationsOfProject = defineLoader<number, readonly ParticipationRow[]>(
  async (ids, { reader }) =>
    groupBy(
      await reader
        .selectFrom('participation')
        .selectAll()
        .where('projectId', '=', anyOf(ids))
        .orderBy('position')
        .orderBy('id')
        .execute(),
      (row) => row.projectId,
    ),
);

/** The budgets of the project with this id, by city. */
export const budgetsOfProject = defineLoader<number, readonly BudgetRow[]>(async (ids, { reader }) =>
  groupBy(
    await reader
      .selectFrom('budget')
      .innerJoin('city', 'city.id', 'budget.cityId')
      .selectAll('budget')
      .where('budget.projectId', '=', anyOf(ids))
      .orderBy('city.code')
      .orderBy('budget.currency')
      .execute(),
    (row) => row.projectId,
  ),
);

/** The sources of the budget with this id. */
export const sourcesOfBudget = defineLoader<number, readonly SourceRow[]>(async (ids, { reader }) =>
  groupBy(
    await reader
      .selectFrom('budgetSource')
      .innerJoin('source', 'source.id', 'budgetSource.sourceId')
      .selectAll('source')
      .select('budgetSource.budgetId')
      .where('budgetSource.budgetId', '=', anyOf(ids))
      .orderBy('budgetSource.position')
      .execute(),
    (row) => row.budgetId,
  ),
);

/** Where the dates of the project with this id were read, by code. */
export const dateSourcesOfProject = defineLoader<number, readonly SourceRow[]>(async (ids, { reader }) =>
  groupBy(
    await reader
      .selectFrom('projectDateSource')
      .innerJoin('source', 'source.id', 'projectDateSource.sourceId')
      .selectAll('source')
      .select('projectDateSource.projectId')
      .where('projectDateSource.projectId', '=', anyOf(ids))
      .orderBy('source.code')
      .execute(),
    (row) => row.projectId,
  ),
);
