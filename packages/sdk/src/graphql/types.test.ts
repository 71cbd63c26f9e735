import { expectTypeOf, test } from 'vitest';
import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts';
import type { Client, Open } from '../index.ts';
import type { ActivityFilter, Cities, ComponentCode, PartialDate, ProjectStatus } from '../operations.ts';

declare const client: Client;
/** For what is only compiled. */
const never = (_check: () => unknown): void => undefined;

const Dates = graphql(`
  fragment Dates on Project {
    startsOn
    endsOn
  }
`);
const Head = graphql(
  `
    # What a page begins with.
    fragment Head on Project {
      code
      status
      ...Dates
    }
  `,
  [Dates],
);
const OneProject = graphql(
  `
    query OneProject($code: String!, $component: ComponentCode, $during: PartialDate, $codes: [String!]) {
      project(code: $code) {
        ...Head
        title
        figures(component: $component, during: $during, indicators: $codes) {
          value
          qualifier
          place {
            __typename
            ... on City {
              name
            }
          }
        }
      }
    }
  `,
  [Head],
);

test('an answer is what the text asks for', () => {
  type Answer = NonNullable<ResultOf<typeof OneProject>['project']>;
  expectTypeOf<null>().toExtend<ResultOf<typeof OneProject>['project']>();
  expectTypeOf<Answer['title']>().toEqualTypeOf<string>();
  expectTypeOf<Answer['figures'][number]['value']>().toEqualTypeOf<string>();
  expectTypeOf<Answer['figures'][number]['place']>().toEqualTypeOf<
    { __typename: 'City'; name: string } | { __typename: 'District' } | { __typename: 'Project' }
  >();
  never(async () => {
    const { project } = await client.run(OneProject, { code: 'reintegration-ii' });
    // @ts-expect-error: the project may not exist
    project.title;
    // @ts-expect-error: was not asked for
    project?.id;
    // @ts-expect-error: is not in the contract, so that nothing can be done with it
    (await client.run(graphql(`{ project(code: "p") { colour } }`))).project?.colour.trim();
  });
});

test('fragments are not hidden', () => {
  type Answer = NonNullable<ResultOf<typeof OneProject>['project']>;
  expectTypeOf<Answer['code']>().toEqualTypeOf<string>();
  expectTypeOf<Answer['startsOn']>().toEqualTypeOf<PartialDate | null>();
  expectTypeOf<ResultOf<typeof Dates>>().toEqualTypeOf<{ startsOn: string | null; endsOn: string | null }>();
  never(async () => {
    const print = (dates: ResultOf<typeof Dates>) => dates.startsOn;
    const { project } = await client.run(OneProject, { code: 'reintegration-ii' });
    if (project) print(project);
  });
});

test('enums are open in answers, and known in variables', () => {
  expectTypeOf<ResultOf<typeof Head>['status']>().toEqualTypeOf<Open<ProjectStatus> | null>();
  expectTypeOf<'MADE_UP_LATER'>().toExtend<ResultOf<typeof Head>['status']>();
  expectTypeOf<VariablesOf<typeof OneProject>['component']>().toEqualTypeOf<
    ComponentCode | null | undefined
  >();
  // @ts-expect-error: no such component
  never(() => client.run(OneProject, { code: 'p', component: 'MADE_UP_LATER' }));
});

test('variables are those of the curated operations', () => {
  const List = graphql(`query ($filter: ActivityFilter, $first: Int! = 20, $ids: [ID!]!) {
    activities(filter: $filter, first: $first) { totalCount }
    nodes(ids: $ids) { id }
  }`);
  type Variables = VariablesOf<typeof List>;
  expectTypeOf<Variables['filter']>().toEqualTypeOf<ActivityFilter | null | undefined>();
  expectTypeOf<Variables['ids']>().toEqualTypeOf<readonly string[]>();
  never(() => client.run(List, { ids: ['a'] as const, filter: { component: 'ECONOMIC', city: undefined } }));
  // @ts-expect-error: ids are required
  never(() => client.run(List, {}));
  // @ts-expect-error: an id is a text
  never(() => client.run(List, { ids: [1] }));
  // @ts-expect-error: no such variable
  never(() => client.run(List, { ids: [], last: 3 }));
  // @ts-expect-error: no such field of the filter
  never(() => client.run(List, { ids: [], filter: { colour: 'red' } }));
  never(() => client.run(graphql(`{ dataVersion }`)));
});

test('what may be left out may be undefined too', () => {
  const during = undefined as string | undefined;
  never(() => client.run(OneProject, { code: 'p', during, codes: undefined }));
  // @ts-expect-error: the code is required
  never(() => client.run(OneProject, { code: undefined }));
});

test('lists are read to their end', () => {
  const List = graphql(`query ($district: String, $first: Int, $after: String) {
    cities(district: $district, first: $first, after: $after) {
      nodes { code point { latitude } }
      pageInfo { hasNextPage endCursor }
    }
  }`);
  never(async () => {
    for await (const city of client.items(List, { district: 'rasinski' }, { path: 'cities' })) {
      expectTypeOf(city).toEqualTypeOf<{ code: string; point: { latitude: number } | null }>();
    }
    // @ts-expect-error: no list there
    client.items(List, {}, { path: 'towns' });
    // @ts-expect-error: pages are turned by the iterator
    client.items(List, { after: 'x' });
  });
});

test('what @include may leave out may be absent', () => {
  const Perhaps = graphql(`query ($more: Boolean!) { dataVersion @include(if: $more) }`);
  expectTypeOf<ResultOf<typeof Perhaps>>().toEqualTypeOf<{ dataVersion?: number }>();
});

test('only whole operations run', () => {
  // @ts-expect-error: a fragment is a part
  never(() => client.run(Dates));
  // @ts-expect-error: a fragment is a part, whatever is given
  never(() => client.run(Dates, {}));
  // @ts-expect-error: no GraphQL
  never(() => client.run(graphql(`query { project(`)));
  // @ts-expect-error: not known while compiling
  never(() => client.run(graphql(`{ dataVersion }` as string)));
});

test('types of curated operations are told as well', () => {
  expectTypeOf<ResultOf<typeof Cities>['cities']['totalCount']>().toEqualTypeOf<number>();
  expectTypeOf<VariablesOf<typeof Cities>['district']>().toEqualTypeOf<string | null | undefined>();
});
