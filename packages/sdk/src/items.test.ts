import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createClient } from './client.ts';
import { collect, createListGateway, Numbers, type Page } from './gateway-of-lists.fixture.ts';
import type { Operation } from './operation.ts';
import * as operations from './operations.ts';
import type { Fetch } from './platform.ts';

const url = 'https://data.example.org/graphql';
const clientOf = ({ fetch }: ReturnType<typeof createListGateway>) =>
  createClient({ url, fetch, retry: { baseDelayMs: 1, budget: 4 } });
const upTo = (length: number) => Array.from({ length }, (_, n) => ({ n }));
const lengths = fc.integer({ min: 0, max: 60 });
const sizes = fc.integer({ min: 1, max: 25 });

describe('any list in pages of any size', () => {
  test('is read whole, once and in order, in as few requests as that takes', async () => {
    const property = fc.asyncProperty(lengths, sizes, fc.boolean(), async (length, pageSize, counted) => {
      const change = ({ totalCount, ...page }: Page) => (counted ? { ...page, totalCount } : page);
      const gateway = createListGateway(length, { change });
      const items = clientOf(gateway).items(Numbers, {}, { pageSize });
      expect(await collect(items)).toEqual(upTo(length));
      expect(gateway.asked).toHaveLength(Math.max(1, Math.ceil(length / pageSize)));
      expect(items.cursor).toBe(length === 0 ? null : `c${length - 1}`);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('can be left anywhere and resumed without losing an item', async () => {
    const property = fc.asyncProperty(lengths, sizes, fc.nat(70), async (length, pageSize, taken) => {
      const client = clientOf(createListGateway(length));
      const items = client.items(Numbers, {}, { pageSize });
      const before: { n: number }[] = [];
      for await (const item of items) {
        if (before.length >= taken) break;
        before.push(item);
      }
      const after = await collect(client.items(Numbers, {}, { pageSize, resumeFrom: items.cursor }));
      const start = after[0]?.n ?? length;
      expect(start).toBeLessThanOrEqual(before.length);
      expect(before.length - start).toBeLessThanOrEqual(pageSize);
      expect([...upTo(start), ...after]).toEqual(upTo(length));
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('ends at a limit, from where it goes on exactly', async () => {
    const property = fc.asyncProperty(lengths, sizes, fc.nat(70), async (length, pageSize, limit) => {
      const gateway = createListGateway(length);
      const items = clientOf(gateway).items(Numbers, {}, { pageSize, limit });
      const some = await collect(items);
      expect(some).toEqual(upTo(Math.min(length, limit)));
      if (limit === 0) expect(gateway.asked).toEqual([]);
      const rest = clientOf(gateway).items(Numbers, {}, { pageSize, resumeFrom: items.cursor });
      expect([...some, ...(await collect(rest))]).toEqual(upTo(length));
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('is read whole through failures, within one budget for all pages', async () => {
    const property = fc.asyncProperty(lengths, sizes, fc.array(fc.nat(30)), async (length, pageSize, bad) => {
      const gateway = createListGateway(length);
      const failing = new Set(bad);
      let sent = 0;
      const fetch = vi.fn<Fetch>(async (...request) => {
        sent += 1;
        return failing.has(sent) ? new Response('', { status: 503 }) : gateway.fetch(...request);
      });
      const client = createClient({ url, fetch, retry: { baseDelayMs: 0, budget: 4 } });
      const items = client.items(Numbers, {}, { pageSize });
      const values: { n: number }[] = [];
      const error = await (async () => {
        for await (const item of items) values.push(item);
      })().catch((reason) => reason);
      expect(values).toEqual(upTo(error ? values.length : length));
      if (error) expect(error.status).toBe(503);
      expect(sent - gateway.asked.length).toBeLessThanOrEqual(5);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('is never told to be whole when it is not', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      sizes,
      fc.nat(59),
      async (length, pageSize, cut) => {
        fc.pre(cut < length);
        const change = (page: Page) => {
          const nodes = page.nodes.filter(({ n }) => n < cut);
          const isCut =
            nodes.length < page.nodes.length || page.nodes.some(({ n }) => n === cut - 1 && cut < length);
          return isCut ? { ...page, nodes, pageInfo: { hasNextPage: false, endCursor: 'c' } } : page;
        };
        const items = clientOf(createListGateway(length, { change })).items(Numbers, {}, { pageSize });
        await expect(collect(items)).rejects.toMatchObject({
          code: 'INCOMPLETE',
          message: expect.stringContaining(`ended after ${cut} of ${length} items`),
        });
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});

describe('pages that contradict each other', () => {
  test.each<[string, (page: Page) => unknown, RegExp]>([
    ['the same cursor', (page) => ({ ...page, pageInfo: { hasNextPage: true, endCursor: 'c1' } }), /lead on/],
    ['no cursor', (page) => ({ ...page, pageInfo: { hasNextPage: true, endCursor: null } }), /lead on/],
    [
      'an empty page',
      (page) => ({ ...page, nodes: [], pageInfo: { ...page.pageInfo, endCursor: 'x' } }),
      /empty/,
    ],
  ])('%s', async (_name, change, message) => {
    const gateway = createListGateway(9, { change });
    const error = await collect(clientOf(gateway).items(Numbers, {}, { pageSize: 2 })).catch(
      (reason) => reason,
    );
    expect(error).toMatchObject({ code: 'INCOMPLETE', retryable: false });
    expect(error.message).toMatch(message);
    expect(gateway.asked.length).toBeLessThanOrEqual(2);
  });

  test('cursors in a circle', async () => {
    let page = 0;
    const change = ({ nodes }: Page) => {
      page += 1;
      return { nodes, pageInfo: { hasNextPage: true, endCursor: `c${page % 3}` } };
    };
    const items = clientOf(createListGateway(9, { change })).items(Numbers, {}, { pageSize: 2 });
    await expect(collect(items)).rejects.toMatchObject({ code: 'INCOMPLETE' });
    expect(page).toBe(4);
  });
});

describe('where the list is', () => {
  const nested = 'query ($after: String) { a { b { pageInfo { hasNextPage endCursor } } } }' as Operation<
    { a: { b: Page } | null; c: { d: { edges: ({ node: { m: string } } | null)[]; pageInfo: object } } },
    { after?: string | null }
  >;
  const at = (page: unknown) => ({ a: { b: page, other: [page] } });

  test('is found when there is one', async () => {
    expect(await collect(clientOf(createListGateway(3, { at })).items(nested))).toEqual(upTo(3));
  });

  test.each([['a.b'], [['a', 'b']]] as const)('is told as %o', async (path) => {
    const gateway = createListGateway(3, { at: (page) => ({ ...at(page), c: { d: page } }) });
    expect(await collect(clientOf(gateway).items(nested, {}, { path }))).toEqual(upTo(3));
    expect(gateway.asked[0]).toEqual({ after: null });
  });

  test('must be told when there are several', async () => {
    const gateway = createListGateway(3, { at: (page) => ({ ...at(page), c: { d: page } }) });
    await expect(collect(clientOf(gateway).items(nested))).rejects.toThrow(/"path": "a\.b" or "c\.d"/);
  });

  test('is nowhere, when the record is not there', async () => {
    const gateway = createListGateway(3, { at: () => ({ a: null }) });
    await expect(collect(clientOf(gateway).items(nested))).rejects.toMatchObject({ code: 'INCOMPLETE' });
    const told = clientOf(gateway).items(nested, {}, { path: 'a.b' });
    await expect(collect(told)).rejects.toThrow(/no list at "a\.b"\. Is there a record/);
  });

  test('may have edges', async () => {
    const change = ({ nodes, ...page }: Page) => ({ ...page, edges: nodes.map((node) => ({ node })) });
    expect(await collect(clientOf(createListGateway(5, { change })).items(Numbers))).toEqual(upTo(5));
  });
});

describe('every operation of this package that has pages', () => {
  const paged = Object.entries(operations).filter(([, text]) => String(text).includes('$after'));

  test('there are some', () => {
    expect(paged.length).toBeGreaterThan(5);
  });

  test.each(paged)('%s can be read to its end', async (name, text) => {
    const at = (page: unknown) => ({ [`${name.charAt(0).toLowerCase()}${name.slice(1)}`]: page });
    const items = clientOf(createListGateway(5, { at })).items(text as typeof Numbers, {}, { pageSize: 2 });
    expect(await collect(items)).toEqual(upTo(5));
    expect(String(text)).toContain('totalCount');
  });
});

describe('nothing is sent', () => {
  test.each([
    ['query { numbers { nodes { n } pageInfo { hasNextPage endCursor } } }', {}, /\$after/],
    [
      'query ($after: String) { numbers(after: $after) { nodes { n } } } # pageInfo hasNextPage endCursor',
      {},
      /pageInfo/,
    ],
    [String(Numbers).replace('$first: Int, ', '').replace('first: $first, ', ''), { pageSize: 5 }, /\$first/],
    [String(Numbers), { pageSize: 0 }, /"pageSize" must be a whole number from 1 on/],
    [String(Numbers), { limit: 1.5 }, /"limit" must be/],
    [String(Numbers), { limit: -1 }, /"limit" must be a whole number from 0 on/],
  ])('for %s with %o', async (text, options, message) => {
    const gateway = createListGateway(3);
    const error = await collect(clientOf(gateway).items(text as typeof Numbers, {}, options)).catch((e) => e);
    expect(error).toMatchObject({ code: 'BAD_OPTIONS' });
    expect(error.message).toMatch(message);
    expect(gateway.asked).toEqual([]);
  });

  test('before the first item is asked for', async () => {
    const gateway = createListGateway(3);
    const items = clientOf(gateway).items(Numbers);
    await items.return?.();
    expect(await items.next()).toEqual({ done: true, value: undefined });
    expect(gateway.asked).toEqual([]);
  });
});

describe('ends early', () => {
  /** Answers the first page; the second request hangs until it is aborted. */
  const hanging = () => {
    const gateway = createListGateway(4);
    const signals: AbortSignal[] = [];
    const fetch: Fetch = vi.fn((address, init) => {
      signals.push(init.signal as AbortSignal);
      return signals.length === 1 ? gateway.fetch(address, init) : new Promise<never>(() => undefined);
    });
    return { client: createClient({ url, fetch }), signals };
  };
  const until = (test: () => boolean) => vi.waitFor(() => expect(test()).toBe(true));

  test('when nobody wants more: what is in flight is aborted, and the one who waits is told of the end', async () => {
    const { client, signals } = hanging();
    const items = client.items(Numbers, {}, { pageSize: 1 });
    await items.next();
    const pending = items.next();
    await until(() => signals.length === 2);
    await items.return?.();
    expect(signals[1]?.aborted).toBe(true);
    expect(await pending).toEqual({ done: true, value: undefined });
  });

  test('when the signal aborts, between pages and within one', async () => {
    const { client, signals } = hanging();
    const controller = new AbortController();
    const removed = vi.spyOn(controller.signal, 'removeEventListener');
    const added = vi.spyOn(controller.signal, 'addEventListener');
    const items = client.items(Numbers, {}, { pageSize: 1, signal: controller.signal });
    await items.next();
    const pending = expect(items.next()).rejects.toMatchObject({ code: 'ABORTED' });
    await until(() => signals.length === 2);
    controller.abort();
    await pending;
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);

    const second = new AbortController();
    const rest = clientOf(createListGateway(4)).items(Numbers, {}, { signal: second.signal });
    await rest.next();
    second.abort();
    await expect(rest.next()).rejects.toMatchObject({ code: 'ABORTED' });
  });
});
