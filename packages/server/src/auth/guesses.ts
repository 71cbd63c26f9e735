import { LRUCache } from 'lru-cache';

/** Failed look-ups that one address may cause at once, and then each second. */
const PER_ADDRESS = { burst: 20, perSecond: 5 } as const;
/** The same for all addresses together. */
const ALTOGETHER = { burst: 200, perSecond: 50 } as const;
/** Look-ups of keys never seen before that run at the same time; others wait. */
const AT_ONCE = 4;
/** Addresses that are told apart; beyond, the least recent begin anew. */
const MOST_ADDRESSES = 10_000;

type Rate = { readonly burst: number; readonly perSecond: number };
type Bucket = { left: number; filledAt: number };

/** Bounds what guessing costs the database. */
export type Guesses = {
  /** Looks up what may be a guess; null when nothing was found, or when its address has guessed too often. */
  attempt<Found>(address: string, look: () => Promise<Found | null>): Promise<Found | null>;
};

/** Creates the bound for one gateway. */
export function createGuesses(now: () => number = () => performance.now()): Guesses {
  const addresses = new LRUCache<string, Bucket>({ max: MOST_ADDRESSES });
  const all: Bucket = { left: ALTOGETHER.burst, filledAt: now() };
  const waiting: (() => void)[] = [];
  let running = 0;

  const hasLeft = (bucket: Bucket, { burst, perSecond }: Rate) => {
    const at = now();
    bucket.left = Math.min(burst, bucket.left + ((at - bucket.filledAt) / 1000) * perSecond);
    bucket.filledAt = at;
    return bucket.left >= 1;
  };
  const enter = async () => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running += 1;
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    attempt: async (address, look) => {
      await enter();
      try {
        const own = addresses.get(address) ?? { left: PER_ADDRESS.burst, filledAt: now() };
        addresses.set(address, own);
        if (!hasLeft(own, PER_ADDRESS) || !hasLeft(all, ALTOGETHER)) return null;
        const found = await look();
        if (found === null) {
          own.left -= 1;
          all.left -= 1;
        }
        return found;
      } finally {
        leave();
      }
    },
  };
}
