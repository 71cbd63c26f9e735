import { expectTypeOf, test } from 'vitest';
import {
  type ApiError,
  type Client,
  type ClientOptions,
  createClient,
  type ErrorCode,
  isApiError,
  type KnownErrorCode,
  type Operation,
} from './index.ts';
import { live } from './live.ts';
import { Activities, DataVersion, type FigureFields, IndicatorSum, ProjectFigures } from './operations.ts';

declare const client: Client;
/** For what is only compiled. */
const never = (_check: () => unknown): void => undefined;

test('an answer has the type of its operation', () => {
  never(async () => {
    const { project, dataVersion } = await client.run(ProjectFigures, { project: 'reintegration-ii' });
    expectTypeOf(dataVersion).toEqualTypeOf<number>();
    expectTypeOf(project).toExtend<{ code: string; title: string; endsOn: string | null } | null>();
    expectTypeOf<NonNullable<typeof project>['figures'][number]>().toEqualTypeOf<FigureFields>();
    // @ts-expect-error: the project may not exist
    project.code;
  });
  expectTypeOf<FigureFields['value']>().toEqualTypeOf<string>();
  expectTypeOf<FigureFields['progress']>().toEqualTypeOf<string | null>();
  expectTypeOf<FigureFields['place']['__typename']>().toEqualTypeOf<'City' | 'District' | 'Project'>();
});

test('variables are required where the operation requires them', () => {
  never(() => client.run(DataVersion));
  never(() => client.run(DataVersion, undefined, { timeoutMs: 5 }));
  never(() => client.run(Activities));
  never(() => client.run(Activities, { first: 10, after: null, filter: { component: 'ECONOMIC' } }));
  // @ts-expect-error: project is required
  never(() => client.run(ProjectFigures));
  // @ts-expect-error: project is required
  never(() => client.run(ProjectFigures, {}));
  // @ts-expect-error: no such variable
  never(() => client.run(ProjectFigures, { project: 'p', year: 2023 }));
  // @ts-expect-error: no such variable
  never(() => client.run(DataVersion, { year: 2023 }));
  // @ts-expect-error: no such locale
  never(() => client.run(Activities, { locale: 'sr' }));
  // @ts-expect-error: no such dimension
  never(() => client.run(IndicatorSum, { project: 'p', indicator: 'i', over: 'TIME' }));
  const frozen = ['self-employment-grants'] as const;
  never(() => client.run(ProjectFigures, { project: 'p', indicators: frozen }));
});

test('live answers have the type of their operation, and need its variables', () => {
  never(async () => {
    for await (const { project } of live(client, ProjectFigures, { project: 'p' }, { intervalMs: 5 })) {
      expectTypeOf(project).toExtend<{ figures: FigureFields[] } | null>();
    }
  });
  never(() => live(client, DataVersion));
  // @ts-expect-error: project is required
  never(() => live(client, ProjectFigures));
  // @ts-expect-error: no such option
  never(() => live(client, DataVersion, {}, { idempotencyKey: 'k' }));
});

test('enums of answers are known and open', () => {
  const wordsFor = (qualifier: FigureFields['qualifier']): string => {
    switch (qualifier) {
      case 'EXACT':
        return '';
      // @ts-expect-error: a number is no value of it
      case 5:
        return 'five';
      default:
        return qualifier.toLowerCase();
    }
  };
  expectTypeOf(wordsFor('AT_LEAST')).toEqualTypeOf<string>();
  expectTypeOf<'MADE_UP_LATER'>().toExtend<FigureFields['qualifier']>();
});

test('items have the type of their list', () => {
  type Page<Node> = {
    readonly nodes: readonly Node[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  type Two = Operation<
    {
      cities: Page<{ name: string }>;
      project: { activities: Page<{ code: string }>; sums: { nodes: string }[] } | null;
      edged: { edges: ({ node: { id: string } } | null)[] | null; pageInfo: object };
    },
    { project: string; first?: number; after?: string | null }
  >;
  never(async () => {
    for await (const activity of client.items(Activities)) {
      expectTypeOf(activity.code).toEqualTypeOf<string>();
    }
    for await (const activity of client.items(Activities, undefined, { limit: 3, path: 'activities' })) {
      expectTypeOf(activity.code).toEqualTypeOf<string>();
    }
    const two = 'query { a }' as Two;
    const variables = { project: 'p' };
    for await (const { code } of client.items(two, variables, { path: ['project', 'activities'] })) {
      expectTypeOf(code).toEqualTypeOf<string>();
    }
    for await (const { code } of client.items(two, variables, { path: 'project.activities' })) {
      expectTypeOf(code).toEqualTypeOf<string>();
    }
    for await (const { name } of client.items(two, variables, { path: 'cities' })) {
      expectTypeOf(name).toEqualTypeOf<string>();
    }
    for await (const { id } of client.items(two, variables, { path: 'edged' })) {
      expectTypeOf(id).toEqualTypeOf<string>();
    }
    expectTypeOf(client.items(two, variables).cursor).toEqualTypeOf<string | null>();
    // @ts-expect-error: no list there
    client.items(two, variables, { path: 'project.sums' });
    // @ts-expect-error: no list there
    client.items(two, variables, { path: ['project'] });
    // @ts-expect-error: project is required
    client.items(two, {});
    // @ts-expect-error: project is required
    client.items(two);
    // @ts-expect-error: pages are turned by the iterator
    client.items(Activities, { after: 'x' });
  });
});

test('only texts with types are operations', () => {
  expectTypeOf(ProjectFigures).toExtend<string | InstanceType<typeof String>>();
  type Mine = Operation<{ readonly city: { readonly name: string } }, { readonly code: string }>;
  never(async () => {
    const mine = 'query ($code: String!) { city(code: $code) { name } }' as Mine;
    expectTypeOf(await client.run(mine, { code: 'pirot' })).toEqualTypeOf<{
      readonly city: { readonly name: string };
    }>();
  });
  // @ts-expect-error: a parsed document has no text
  never(() => client.run({ kind: 'Document', definitions: [] }));
});

test('errors narrow to their code', () => {
  const error: unknown = null;
  if (isApiError(error)) {
    expectTypeOf(error).toEqualTypeOf<ApiError>();
    expectTypeOf(error.code).toExtend<string>();
  }
  if (isApiError(error, 'TIMEOUT')) expectTypeOf(error.code).toEqualTypeOf<'TIMEOUT'>();
  if (isApiError(error, 'MADE_UP_LATER')) expectTypeOf(error.code).toEqualTypeOf<'MADE_UP_LATER'>();
  expectTypeOf<ErrorCode>().toExtend<KnownErrorCode>();
  expectTypeOf<'ABORTED'>().toExtend<KnownErrorCode>();
});

test('the platform’s fetch fits', () => {
  expectTypeOf<typeof globalThis.fetch>().toExtend<NonNullable<ClientOptions['fetch']>>();
  expectTypeOf(createClient).returns.toEqualTypeOf<Client>();
});
