import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, expectTypeOf, test, vi } from 'vitest';
import { createClient } from './client.ts';
import type { ApiError } from './error.ts';
import type { LiveState } from './live.ts';
import { DataVersion, ProjectFigures } from './operations.ts';
import { DataHubProvider, keepPreviousData, useDataHubClient, useLiveQuery, useQuery } from './react.ts';

const fetch = vi.fn();
const client = createClient({ url: 'https://data.example.org/graphql', fetch });

function render(component: () => string): string {
  return renderToString(createElement(DataHubProvider, { client }, createElement(component)));
}

test('a server renders what it was given, and asks nothing by itself', () => {
  const initialData = { dataVersion: 7 };
  expect(render(() => JSON.stringify(useQuery(DataVersion).status))).toContain('pending');
  expect(render(() => `${useQuery(DataVersion, {}, { initialData }).data?.dataVersion}`)).toBe('7');
  expect(render(() => `${useLiveQuery(DataVersion, {}, { initialData }).data?.dataVersion}`)).toBe('7');
  expect(render(() => `${useQuery(DataVersion, {}, { enabled: false }).isFetching}`)).toBe('false');
  expect(fetch).not.toHaveBeenCalled();
});

test('components have the client of the provider, and say so when there is none', () => {
  expect(render(() => `${useDataHubClient() === client}`)).toBe('true');
  const lost = () => `${useQuery(DataVersion).status}`;
  expect(() => renderToString(createElement(lost))).toThrow('Put <DataHubProvider client={…}> around.');
});

test('what is shown in place of data is told as such', () => {
  const placeholderData = () => ({ dataVersion: 1 });
  const show = () => {
    const { status, isPlaceholderData, data } = useQuery(DataVersion, {}, { placeholderData });
    return [status, isPlaceholderData, data?.dataVersion].join(' ');
  };
  expect(render(show)).toBe('success true 1');
  expect(keepPreviousData(undefined)).toBeUndefined();
});

test('status, flags and data belong together', () => {
  const check = () => {
    const query = useQuery(ProjectFigures, { project: 'p' }, { placeholderData: keepPreviousData });
    if (query.status === 'pending') expectTypeOf(query.data).toEqualTypeOf<undefined>();
    if (query.isError) expectTypeOf(query.error).toExtend<ApiError>();
    if (query.isSuccess) {
      expectTypeOf(query.data.dataVersion).toEqualTypeOf<number>();
      expectTypeOf(query.error).toEqualTypeOf<null>();
    }
    const { data, isPending, isError } = useLiveQuery(DataVersion);
    // @ts-expect-error: it may not be answered yet
    data.dataVersion;
    if (!isPending && !isError) expectTypeOf(data.dataVersion).toEqualTypeOf<number>();
    const live = useLiveQuery(DataVersion, {}, { intervalMs: 5 });
    expectTypeOf(live.liveState).toEqualTypeOf<LiveState | undefined>();
    if (live.isSuccess) expectTypeOf(live.data.dataVersion).toEqualTypeOf<number>();
    // @ts-expect-error: project is required
    useQuery(ProjectFigures);
    // @ts-expect-error: project is required
    useLiveQuery(ProjectFigures, {});
    // @ts-expect-error: no such variable
    useQuery(DataVersion, { year: 2023 });
    // @ts-expect-error: not what it answers
    useQuery(DataVersion, {}, { initialData: { version: 1 } });
    // @ts-expect-error: of the live one alone
    useQuery(DataVersion, {}, { intervalMs: 5 });
  };
  expect(check).toBeTypeOf('function');
});
