import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway } from '@reintegration/server';
import type pg from 'pg';

/** A server under measurement. */
export type Peer = { readonly name: string; readonly url: string; close(): Promise<void> };

/** The gateway as others run it. */
export async function startGateway(pool: pg.Pool): Promise<Peer> {
  const gateway = await createGateway({ pool });
  const address = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return { name: 'gateway', url: `${address}/graphql`, close: () => gateway.close() };
}

async function startBare(name: string, answer: () => Promise<string | Buffer>): Promise<Peer> {
  const server: Server = createServer((request, response) => {
    request.resume().on('end', async () => {
      const body = await answer();
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { name, url: `http://127.0.0.1:${port}/`, close };
}

/** The figures of 2023 by one statement, as someone would write it who needs nothing else. */
export function startHandWritten(pool: pg.Pool): Promise<Peer> {
  const text = `
    SELECT i.code, trim_scale(r.value)::text AS value, r.qualifier
    FROM project p
    JOIN measurement m ON m.project_id = p.id
    JOIN indicator i ON i.id = m.indicator_id
    LEFT JOIN component c ON c.code = i.component_code
    JOIN LATERAL (
      SELECT * FROM measurement_revision r
      WHERE r.measurement_id = m.id AND r.status <> 'PRELIMINARY' ORDER BY r.revision DESC LIMIT 1
    ) r ON r.status = 'PUBLISHED'
    WHERE p.code = 'reintegration-ii' AND m.kind = 'ACTUAL' AND m.disaggregation = '{}'
      AND m.period_start = '2023' AND m.period_end = '2023'
    ORDER BY c.position, i.code`;
  return startBare('SQL by hand behind node:http', async () => {
    const { rows } = await pool.query({ name: 'figures', text });
    const figures = rows.map(({ code, value, qualifier }) => ({ value, qualifier, indicator: { code } }));
    return JSON.stringify({ data: { project: { figures } } });
  });
}

/** The least that a server can do. */
export function startConstant(): Promise<Peer> {
  const body = Buffer.from('{"data":{"__typename":"Query"}}');
  return startBare('constant buffer behind node:http', async () => body);
}
