import pg from 'pg';
import { table } from '../../sdk/table.ts';
import { askByGet, type Way } from '../ask.ts';
import { contestantNamed } from '../contestants.ts';
import { type Run, startField } from '../field.ts';
import { writeWaits } from '../figures.ts';
import type { PartReport } from './cold.ts';

/** Gateways on one database. */
const REPLICAS = 3;
const PUBLICATIONS = 200;
/** Publications before anything is measured: as all that is measured, once programs are warm. */
const WARM_UP = 20;

/** Asks again and again until the answer is of the version; milliseconds since the commit. */
async function untilVersion({ url, headers }: Way, version: number, committedAt: number): Promise<number> {
  for (;;) {
    const response = await fetch(url, { headers });
    await response.arrayBuffer();
    if (Number(response.headers.get('x-data-version')) >= version) return performance.now() - committedAt;
  }
}

/** How long after a commit a replica still gives what was kept before. */
export async function measureInvalidation(run: Run): Promise<PartReport> {
  const size = { projects: run.options.projects };
  const ours = contestantNamed('ours-kept');
  const field = await startField(
    run,
    Array.from({ length: REPLICAS }, () => ours),
    size,
  );
  const client = new pg.Client({ connectionString: await run.databases.url(size) });
  await client.connect();
  try {
    run.tell('invalidation');
    const ways = field.runners.map(({ peer }) => askByGet(ours, peer.url, 'figures', size));
    const waits: number[] = [];
    for (let round = -WARM_UP; round < PUBLICATIONS; round += 1) {
      await client.query('SELECT record_publication()');
      const committedAt = performance.now();
      const { rows } = await client.query<{ version: number }>(
        'SELECT max(version) AS version FROM publication',
      );
      const version = rows[0]?.version ?? 0;
      const taken = await Promise.all(ways.map((way) => untilVersion(way, version, committedAt)));
      if (round >= 0) waits.push(...taken);
    }
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
    const row = [
      `${REPLICAS} gateways, ${PUBLICATIONS} publications`,
      writeWaits(at(0.5), at(0.99)),
      at(1).toFixed(0),
    ];
    return {
      text: `Milliseconds from a commit until a gateway that kept the answer has given the new one; the way there and back is in it:\n\n${table(['', 'median / 99th percentile', 'longest'], [row])}`,
      bars: [],
    };
  } finally {
    await client.end();
    await field.close();
  }
}
