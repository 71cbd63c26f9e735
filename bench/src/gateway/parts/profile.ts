import { table } from '../../sdk/table.ts';
import { askVaried } from '../ask.ts';
import { contestantNamed } from '../contestants.ts';
import type { Run } from '../field.ts';
import { type Shares, SPENDERS } from '../profile-shares.ts';
import { QUESTIONS, TITLES } from '../questions.ts';
import { CONNECTIONS } from '../rounds.ts';
import { startPeer } from '../start-peer.ts';
import type { PartReport } from './cold.ts';

/** Milliseconds of the process that one request takes, by who spends them. */
type Cost = { readonly title: string; readonly shares: Shares; readonly perRequestMs: number };

/** Runs from the sources, so that the profile knows their files. */
const FROM_SOURCE = ['--conditions=reintegration-source'];

/** Samples where the time of a request goes that nothing was kept for. */
export async function measureProfile(run: Run): Promise<PartReport> {
  const { options, databases, load, tell } = run;
  const size = { projects: options.projects };
  const contestant = contestantNamed('ours');
  const settings = { databaseUrl: await databases.url(size), options: contestant.options };
  const peer = await startPeer(contestant.program, settings, [
    ...FROM_SOURCE,
    ...(contestant.nodeFlags ?? []),
  ]);
  try {
    const costs: Cost[] = [];
    for (const question of QUESTIONS) {
      if (question === 'typename' || !options.questions.includes(question)) continue;
      tell(`profile: ${question}`);
      const job = { ...askVaried(contestant, peer.url, question, size), connections: CONNECTIONS };
      await load.run({ ...job, seconds: 2 * options.warmUpSeconds });
      const seconds = 5 * options.seconds;
      const [shares, { requestsPerSecond }] = await Promise.all([
        peer.profile(seconds),
        load.run({ ...job, seconds }),
      ]);
      costs.push({ title: TITLES[question], shares, perRequestMs: 1000 / requestsPerSecond });
    }
    return { text: writeProfile(costs), bars: [] };
  } finally {
    await peer.close();
  }
}

function writeProfile(costs: readonly Cost[]): string {
  const totals = costs.map(({ shares }) => Object.values(shares.busy).reduce((sum, hits) => sum + hits, 0));
  const rows = SPENDERS.map((spender) => [
    spender,
    ...costs.map(({ shares }, index) => percent(shares.busy[spender] ?? 0, totals[index] ?? 0)),
  ]);
  const waiting = costs.map(({ shares }, index) => percent(shares.idle, shares.idle + (totals[index] ?? 0)));
  const times = costs.map(({ perRequestMs }) => perRequestMs.toFixed(2));
  return [
    'Share of the time in which the gateway’s process ran:',
    table(['spent for', ...costs.map(({ title }) => title)], rows),
    'The whole:',
    table(
      ['', ...costs.map(({ title }) => title)],
      [
        ['ms a request, at full load', ...times],
        ['of which the process waited', ...waiting],
      ],
    ),
  ].join('\n\n');
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
