import type { Asked, Question } from './questions.ts';
import { OURS } from './questions.ts';

/** PostGraphile makes its schema from the tables, so it is asked in its own words, and its answers are put into ours. */
export const POSTGRAPHILE: Readonly<Record<Question, Asked & { readonly toOurs: (data: never) => unknown }>> =
  {
    typename: { ...OURS.typename, toOurs: (data) => data },
    figures: {
      query: `query Figures($project: String!) {
  projectByCode(code: $project) {
    code
    title
    measurementsByProjectId(condition: { kind: ACTUAL, periodStart: "2024", periodEnd: "2024", cityId: null, districtId: null }) {
      nodes {
        periodStart
        periodEnd
        indicatorByIndicatorId { code name unit }
        measurementRevisionsByMeasurementId(condition: { status: PUBLISHED }, orderBy: REVISION_DESC, first: 1) {
          nodes {
            value
            qualifier
            revision
            measurementRevisionSourcesByMeasurementIdAndRevision { nodes { sourceBySourceId { code title } } }
          }
        }
      }
    }
  }
}`,
      variables: OURS.figures.variables,
      toOurs: ({ projectByCode: { code, title, measurementsByProjectId } }: FiguresAnswer) => ({
        project: {
          code,
          title: title.en,
          figures: measurementsByProjectId.nodes
            .map(({ periodStart, periodEnd, indicatorByIndicatorId: { code, name, unit }, ...rest }) => {
              const { value, qualifier, revision, ...sources } = newest(rest);
              return {
                value: trim(value),
                qualifier,
                revision,
                period: { start: periodStart, end: periodEnd },
                indicator: { code, name: name.en, unit },
                sources: sources.measurementRevisionSourcesByMeasurementIdAndRevision.nodes.map(
                  ({ sourceBySourceId }) => sourceBySourceId,
                ),
              };
            })
            .sort((a, b) => byText(a.indicator.code, b.indicator.code)),
        },
      }),
    },
    projects: {
      query: `query Projects {
  allProjects(first: 20, orderBy: CODE_ASC) {
    nodes {
      code
      title
      projectDistrictsByProjectId { nodes { districtByDistrictId { code name } } }
      projectCitiesByProjectId { nodes { cityByCityId { code name } } }
      participationsByProjectId(orderBy: [POSITION_ASC, ROW_ID_ASC]) { nodes { role organizationByOrganizationId { code name } } }
    }
  }
}`,
      variables: () => ({}),
      toOurs: ({ allProjects }: ProjectsAnswer) => ({
        projects: {
          nodes: allProjects.nodes.map((project) => ({
            code: project.code,
            title: project.title.en,
            districts: project.projectDistrictsByProjectId.nodes
              .map(({ districtByDistrictId }) => inEnglish(districtByDistrictId))
              .sort((a, b) => byText(a.code, b.code)),
            cities: project.projectCitiesByProjectId.nodes
              .map(({ cityByCityId }) => inEnglish(cityByCityId))
              .sort((a, b) => byText(a.code, b.code)),
            participations: project.participationsByProjectId.nodes.map(
              ({ role, organizationByOrganizationId }) => ({
                role,
                organization: inEnglish(organizationByOrganizationId),
              }),
            ),
          })),
        },
      }),
    },
    activities: {
      query: `query Activities($city: String!) {
  cityByCode(code: $city) {
    activitiesByCityId(first: 50, condition: { type: WORKSHOP }, orderBy: CODE_ASC) {
      totalCount
      nodes {
        code
        title
        type
        heldOn
        projectByProjectId { code title }
        activitySourcesByActivityId(orderBy: POSITION_ASC) { nodes { sourceBySourceId { code title } } }
      }
    }
  }
}`,
      variables: OURS.activities.variables,
      toOurs: ({ cityByCode: { activitiesByCityId } }: ActivitiesAnswer) => ({
        activities: {
          totalCount: activitiesByCityId.totalCount,
          nodes: activitiesByCityId.nodes.map(
            ({ code, title, type, heldOn, projectByProjectId, ...rest }) => ({
              code,
              title: title.en,
              type,
              heldOn,
              project: { code: projectByProjectId.code, title: projectByProjectId.title.en },
              sources: rest.activitySourcesByActivityId.nodes.map(({ sourceBySourceId }) => sourceBySourceId),
            }),
          ),
        },
      }),
    },
    years: {
      // It filters by scalar columns of the table itself, so it is told the indicator's id.
      query: `query Years($project: String!) {
  projectByCode(code: $project) {
    code
    measurementsByProjectId(condition: { kind: ACTUAL, indicatorId: 13 }) {
      nodes {
        key
        periodStart
        cityByCityId { code }
        measurementRevisionsByMeasurementId(condition: { status: PUBLISHED }, orderBy: REVISION_DESC, first: 1) { nodes { value } }
      }
    }
  }
}`,
      variables: OURS.years.variables,
      toOurs: ({ projectByCode: { code, measurementsByProjectId } }: YearsAnswer) => ({
        project: {
          code,
          figures: measurementsByProjectId.nodes
            .toSorted((a, b) => byText(`${a.cityByCityId.code} ${a.key}`, `${b.cityByCityId.code} ${b.key}`))
            .map(({ periodStart, cityByCityId, ...rest }) => ({
              value: trim(newest(rest).value),
              period: { start: periodStart },
              place: cityByCityId,
            })),
        },
      }),
    },
  };

type Nodes<Node> = { readonly nodes: readonly Node[] };
type Texts = { readonly en: string };
type Named = { readonly code: string; readonly name: Texts };
type SourceLink = { readonly sourceBySourceId: { readonly code: string; readonly title: string } };
type Revised<Revision> = { readonly measurementRevisionsByMeasurementId: Nodes<Revision> };

type FiguresAnswer = {
  readonly projectByCode: {
    readonly code: string;
    readonly title: Texts;
    readonly measurementsByProjectId: Nodes<
      {
        readonly periodStart: string;
        readonly periodEnd: string;
        readonly indicatorByIndicatorId: Named & { readonly unit: string };
      } & Revised<{
        readonly value: string;
        readonly qualifier: string;
        readonly revision: number;
        readonly measurementRevisionSourcesByMeasurementIdAndRevision: Nodes<SourceLink>;
      }>
    >;
  };
};

type ProjectsAnswer = {
  readonly allProjects: Nodes<{
    readonly code: string;
    readonly title: Texts;
    readonly projectDistrictsByProjectId: Nodes<{ readonly districtByDistrictId: Named }>;
    readonly projectCitiesByProjectId: Nodes<{ readonly cityByCityId: Named }>;
    readonly participationsByProjectId: Nodes<{
      readonly role: string;
      readonly organizationByOrganizationId: Named;
    }>;
  }>;
};

type ActivitiesAnswer = {
  readonly cityByCode: {
    readonly activitiesByCityId: Nodes<{
      readonly code: string;
      readonly title: Texts;
      readonly type: string;
      readonly heldOn: string;
      readonly projectByProjectId: { readonly code: string; readonly title: Texts };
      readonly activitySourcesByActivityId: Nodes<SourceLink>;
    }> & { readonly totalCount: number };
  };
};

type YearsAnswer = {
  readonly projectByCode: {
    readonly code: string;
    readonly measurementsByProjectId: Nodes<
      {
        readonly key: string;
        readonly periodStart: string;
        readonly cityByCityId: { readonly code: string };
      } & Revised<{ readonly value: string }>
    >;
  };
};

function newest<Revision>({ measurementRevisionsByMeasurementId: { nodes } }: Revised<Revision>): Revision {
  const [revision] = nodes;
  if (revision === undefined) throw new Error('A measurement has no public revision');
  return revision;
}

const byText = (a: string, b: string) => (a < b ? -1 : 1);
const inEnglish = ({ code, name }: Named) => ({ code, name: name.en });
const trim = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
