import { table } from '../../sdk/table.ts';
import { askByGet, askVaried } from '../ask.ts';
import { contestantNamed } from '../contestants.ts';
import { type Run, startField } from '../field.ts';
import { writeRate, writeWaits } from '../figures.ts';
import { middle, type Pace, takeTurns } from '../rounds.ts';
import type { PartReport } from './cold.ts';
import { startWarmField } from './warm.ts';

const LEVELS = [16, 64, 256, 1_024];

/** Where a thousand wait, each waits longer: fewer rounds, and longer ones. */
const patiently = ({ rounds, seconds }: Pace): Pace => ({
  rounds: Math.min(rounds, 3),
  seconds: 3 * seconds,
  warmUpSeconds: 3 * seconds,
});

/** Asks for figures over more and more connections. */
export async function measureConnections(run: Run): Promise<PartReport> {
  const { options, load, tell } = run;
  const size = { projects: options.projects };
  const cold = await startField(run, ['sql', 'ours'].map(contestantNamed), size);
  const warm = await startWarmField(
    { ...run, options: { ...options, peers: [], questions: ['figures'] } },
    size,
  );
  try {
    const turns = [
      ...warm.runners.map(({ contestant, peer }) => ({
        name: `${contestant.title}, GET`,
        way: askByGet(contestant, peer.url, 'figures', size),
      })),
      ...cold.runners.map(({ contestant, peer }) => ({
        name: contestant.title,
        way: askVaried(contestant, peer.url, 'figures', size),
      })),
    ];
    const cells = new Map<string, string[]>(turns.map(({ name }) => [name, []]));
    for (const connections of LEVELS) {
      tell(`${connections} connections`);
      const { samples, failures } = await takeTurns(
        load,
        turns.map((turn) => ({ ...turn, connections })),
        patiently(options),
      );
      for (const [name, mine] of samples) {
        const waits = writeWaits(middle(mine, 'p50Ms'), middle(mine, 'p99Ms'));
        const failure = failures.get(name);
        cells.get(name)?.push(failure ?? `${writeRate(middle(mine, 'requestsPerSecond'))}; ${waits}`);
      }
    }
    const head = ['12 live figures', ...LEVELS.map((level) => `${level.toLocaleString('en')} connections`)];
    const rows = [...cells].map(([name, written]) => [name, ...written]);
    return {
      text: `Requests a second; waits in ms, median / 99th percentile:\n\n${table(head, rows)}`,
      bars: [],
    };
  } finally {
    await Promise.all([cold.close(), warm.close()]);
  }
}
