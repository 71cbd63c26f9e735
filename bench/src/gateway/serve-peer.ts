import { flushCompileCache } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { type Shares, shareTime } from './profile-shares.ts';

/** What a server is told when it starts. */
export type PeerSettings = {
  readonly databaseUrl: string;
  /** What it has to keep of its own, by name; each server takes what is meant for it. */
  readonly options: Readonly<Record<string, unknown>>;
};

/** Connections to PostgreSQL that each server may hold. */
export const POOL_SIZE = 10;

/** What the parent may ask a server's process. */
export type PeerOrder =
  | { readonly kind: 'start'; readonly settings: PeerSettings }
  | { readonly kind: 'memory' }
  /** Answered when that time has passed. */
  | { readonly kind: 'profile'; readonly seconds: number };

/** What a server's process answers. */
export type PeerReport =
  | { readonly kind: 'listening'; readonly url: string }
  | { readonly kind: 'memory'; readonly bytes: number }
  | { readonly kind: 'profile'; readonly shares: Shares }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Runs a server in a process of its own.
 *
 * @param start - begins to listen on a free port of this machine; tells the address of the endpoint
 */
export function servePeer(start: (settings: PeerSettings) => Promise<string>): void {
  const report = (message: PeerReport) => void process.send?.(message);
  const follow = async (order: PeerOrder): Promise<PeerReport> => {
    if (order.kind === 'start') return { kind: 'listening', url: await start(order.settings) };
    if (order.kind === 'memory') {
      // Asked first when it has answered once: what it needed for that is compiled, and there for its next start.
      flushCompileCache();
      return { kind: 'memory', bytes: process.memoryUsage.rss() };
    }
    return { kind: 'profile', shares: await profile(order.seconds) };
  };
  process.on('message', async (order: PeerOrder) => {
    report(await follow(order).catch((error: Error) => ({ kind: 'failed', reason: error.message })));
  });
  process.on('disconnect', () => process.exit());
}

async function profile(seconds: number): Promise<Shares> {
  // What only a profile needs is no part of a start.
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 250 });
  await session.post('Profiler.start');
  await setTimeout(seconds * 1000);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return shareTime(profile);
}
