import type { IncomingMessage } from 'node:http';
import type { AnswerCache } from './answer-cache.ts';
import type { Readers } from './replica.ts';
import type { Shapes } from './shapes.ts';
import type { VersionWatch } from './version-watch.ts';

/** What is kept, and what is remembered of requests that nothing was kept for. */
export type KeptMeans = {
  readonly cache: AnswerCache;
  readonly watch: Pick<VersionWatch, 'current' | 'hear' | 'newest' | 'read'>;
  readonly readers: Readers;
  readonly shapes: Shapes;
  /** What requests ask that nothing was kept for. */
  readonly asked: WeakMap<IncomingMessage, { readonly key: string; readonly shape?: string }>;
};
