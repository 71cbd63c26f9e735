import { expectTypeOf, test } from 'vitest';
import { type ClientOptions, createClient, type Fetch } from '../index.ts';
import { Cities } from '../operations.ts';
import { createTestGateway, type FigureFixture, type Fixtures, type TestGateway } from '../testing.ts';

declare const gateway: TestGateway;
/** For what is only compiled. */
const never = (_check: () => unknown): void => undefined;

test('fixtures are parts of the types of the contract', () => {
  never(() => createTestGateway());
  never(() => createTestGateway({ cities: [{}], projects: [{ code: 'p', figures: [{ value: '1' }] }] }));
  // @ts-expect-error: no such list
  never(() => createTestGateway({ towns: [] }));
  // @ts-expect-error: no such field
  never(() => createTestGateway({ cities: [{ nmae: 'Pirot' }] }));
  // @ts-expect-error: no such field deep within
  never(() => createTestGateway({ projects: [{ figures: [{ target: { vaule: '1' } }] }] }));
  // @ts-expect-error: decimals are texts
  never(() => createTestGateway({ measurements: [{ value: 42 }] }));
  // @ts-expect-error: a city always has a name
  never(() => createTestGateway({ cities: [{ name: null }] }));
  // @ts-expect-error: no such language
  never(() => createTestGateway({ cities: [{ name: { DE: 'Pirot' } }] }));
  // @ts-expect-error: a place is of a kind
  never(() => createTestGateway({ activities: [{ place: { code: 'pirot' } }] }));
  // @ts-expect-error: the unit is one text for all languages
  never(() => createTestGateway({ indicators: [{ unit: { EN: 'grant' } }] }));
  // @ts-expect-error: there is no such filling
  never(() => createTestGateway({}, { fill: 'some' }));
});

test('what may be null may be given as null, and enums are open', () => {
  expectTypeOf<null>().toExtend<FigureFixture['target']>();
  expectTypeOf<null>().not.toExtend<FigureFixture['value']>();
  expectTypeOf<'MADE_UP_LATER'>().toExtend<FigureFixture['qualifier']>();
  expectTypeOf<readonly FigureFixture[]>().toExtend<
    NonNullable<NonNullable<Fixtures['projects']>[number]['figures']>
  >();
});

test('functions know their arguments', () => {
  never(() =>
    createTestGateway({
      projects: [{ sum: ({ indicator, over }) => (over === 'PLACE' ? { value: indicator } : null) }],
    }),
  );
  // @ts-expect-error: no such argument
  never(() => createTestGateway({ projects: [{ sum: ({ year }) => ({ value: year }) }] }));
});

test('the gateway stands in for any fetch', () => {
  expectTypeOf<TestGateway['fetch']>().toExtend<Fetch>();
  expectTypeOf<TestGateway['fetch']>().toExtend<typeof globalThis.fetch>();
  expectTypeOf<TestGateway['fetch']>().toExtend<NonNullable<ClientOptions['fetch']>>();
  never(() => createClient({ url: '/graphql', fetch: gateway.fetch }));
});

test('failures know their details', () => {
  never(() => gateway.fail('network-down'));
  never(() => gateway.fail('rate-limited', { retryAfterMs: 5, operation: Cities, times: Infinity }));
  never(() => gateway.fail('partial-data', { path: 'project.figures', operation: 'ProjectFigures' }));
  // @ts-expect-error: no such failure
  never(() => gateway.fail('rate-limit'));
  // @ts-expect-error: no such detail
  never(() => gateway.fail('network-down', { delayMs: 5 }));
  // @ts-expect-error: where it fails is required
  never(() => gateway.fail('partial-data'));
  // @ts-expect-error: how slow it is is required
  never(() => gateway.fail('slow-answer', { times: 2 }));
});
