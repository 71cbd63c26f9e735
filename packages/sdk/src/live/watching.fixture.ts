import { expect } from 'vitest';
import { createClient } from '../client.ts';
import type { ApiError } from '../error.ts';
import { live } from '../live.ts';
import { DataVersion } from '../operations.ts';
import { type Faults, startChangingGateway } from './changing-gateway.fixture.ts';
import type { LiveOptions, LiveState } from './options.ts';
import { settle, stopClock, until } from './unhurried.fixture.ts';

/** A gateway, and one who keeps its figure up to date. */
export async function watch(options: LiveOptions = {}, faults: Faults = {}) {
  stopClock();
  const gateway = Object.assign(await startChangingGateway(), faults);
  const stopper = new AbortController();
  const states: (LiveState | string | undefined)[] = [];
  const client = createClient({ url: gateway.url });
  const onState = (state: LiveState, error?: ApiError) => states.push(error ? error.code : state);
  const answers = live(client, DataVersion, {}, { signal: stopper.signal, onState, ...options });
  const next = async () => {
    const { done, value } = await answers.next();
    return done ? 'end' : value.dataVersion;
  };
  return { gateway, client, answers, next, stopper, states };
}

/** One whose stream is open, and who has seen what is published. */
export async function listen(...parameters: Parameters<typeof watch>) {
  const watching = await watch(...parameters);
  expect(await watching.next()).toBe(1);
  const following = watching.next();
  await until(() => watching.gateway.reads.length === 2);
  await settle();
  return { ...watching, following };
}
