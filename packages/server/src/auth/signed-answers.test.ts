import { createHash } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { revise } from '../../../../testing/revise.ts';
import { bearer, useSigningGateway } from './gateway.fixture.ts';

const KEY = 'reintegration-ii/workshops-held/actual/project/2023';
const QUERY = '{ measurements(filter: { indicator: "workshops-held" }) { nodes { value } } }';
const HASH = createHash('sha256').update(QUERY).digest('hex');
const PATH = `/graphql?documentId=sha256:${HASH}`;

/** A gateway where members see another value than the public, by a plain GET as by a POST. */
async function useTwoTruths() {
  const gateway = await useSigningGateway({ persistedDocuments: { [HASH]: QUERY } });
  await revise(gateway.database.pool, { key: KEY, value: 600, status: 'PRELIMINARY' });
  const { key } = await gateway.addKey({ role: 'MEMBER' });
  return { ...gateway, key };
}

async function get(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}${PATH}`, { headers });
  const { data } = (await response.json()) as { data: { measurements: { nodes: { value: string }[] } } };
  const told = (name: string) => response.headers.get(name);
  return {
    status: response.status,
    value: data?.measurements.nodes[0]?.value,
    control: told('cache-control'),
    cdn: told('cdn-cache-control'),
    state: told('x-cache'),
    vary: told('vary'),
  };
}

const MEMBERS = { status: 200, value: '600', control: 'no-store', cdn: null };

describe('a signed answer', () => {
  it('is never kept, and never taken from what was kept', async () => {
    const { url, key } = await useTwoTruths();
    for (let round = 0; round < 3; round += 1) {
      expect(await get(url, bearer(key))).toMatchObject({ ...MEMBERS, state: 'MISS' });
      expect(await get(url)).toMatchObject({ value: '590', state: round === 0 ? 'MISS' : 'HIT' });
    }
  });

  it('is not shared with the public that asks the same at the same time', async () => {
    const { url, key, ask } = await useTwoTruths();
    const asked = Array.from({ length: 40 }, async (_, index) => {
      const headers = index % 2 ? bearer(key) : {};
      const values = [
        (await get(url, headers)).value,
        (await ask(QUERY, headers)).body.data.measurements.nodes[0].value,
      ];
      return values.every((value) => value === (index % 2 ? '600' : '590'));
    });
    expect(await Promise.all(asked)).toEqual(asked.map(() => true));
  });

  it('is given whole, though a tag that the public was given is sent along', async () => {
    const { url, key } = await useTwoTruths();
    const tag = (await fetch(`${url}${PATH}`)).headers.get('etag') ?? '';
    expect((await fetch(`${url}${PATH}`, { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect(await get(url, { ...bearer(key), 'if-none-match': tag })).toMatchObject(MEMBERS);
  });

  it('passes a cache in front, both ways', async () => {
    const { url, key } = await useTwoTruths();
    const { front, hits } = await useCacheInFront(url);
    expect(await get(front)).toMatchObject({ value: '590' });
    expect(await get(front, bearer(key))).toMatchObject(MEMBERS);
    expect((await get(front, bearer('rk_000000000000000000000000_0RFTvn'))).status).toBe(401);
    expect(await get(front)).toMatchObject({ value: '590' });
    expect(hits()).toBe(1);
  });
});

describe('a signed stream', () => {
  it('tells what the public is told, as its executions are shared', async () => {
    const { url, key } = await useTwoTruths();
    const ask = async (headers: Record<string, string>) => {
      const body = JSON.stringify({ query: `{ viewer { role } ${QUERY.slice(2)}` });
      const type = { 'content-type': 'application/json', accept: 'text/event-stream' };
      return (
        await fetch(`${url}/graphql`, { method: 'POST', body, headers: { ...type, ...headers } })
      ).text();
    };
    expect(await ask(bearer(key))).toBe(await ask({}));
    expect(await ask(bearer(key))).toContain('PUBLIC');
  });
});

/** A cache as RFC 9111 has it: keeps what is public by its address and by what it varies by. */
async function useCacheInFront(origin: string) {
  type Kept = { readonly body: Buffer; readonly headers: Record<string, string>; readonly vary: string[] };
  const kept = new Map<string, Kept[]>();
  const variants = new WeakMap<Kept, string>();
  let hits = 0;
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    const variantOf = ({ vary }: Pick<Kept, 'vary'>) =>
      vary.map((name) => request.headers[name] ?? '').join('\n');
    const known = kept.get(url)?.find((one) => variants.get(one) === variantOf(one));
    if (known) {
      hits += 1;
      return void response.writeHead(200, known.headers).end(known.body);
    }
    const passed = httpRequest(`${origin}${url}`, { headers: request.headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const headers = answer.headers as Record<string, string>;
        const body = Buffer.concat(chunks);
        if (/s-maxage=[1-9]/.test(headers['cache-control'] ?? '')) {
          const one = { body, headers, vary: (headers.vary ?? '').toLowerCase().split(/, */) };
          variants.set(one, variantOf(one));
          kept.set(url, [...(kept.get(url) ?? []), one]);
        }
        response.writeHead(answer.statusCode ?? 500, headers).end(body);
      });
    });
    passed.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { front: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits: () => hits };
}
