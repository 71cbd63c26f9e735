import type { Logger } from 'pino';
import type { VersionWatch } from '../cache/version-watch.ts';
import type { Stream } from './stream.ts';

/** Milliseconds between two signs of life on a stream that is silent. */
const HEARTBEAT_MS = 12_000;

/** What is answered to a subscription at the moment. */
export type Render = () => Promise<string>;

/** Hands every publication to all who have subscribed. */
export type Hub = {
  /** How many streams are open, or about to be. */
  readonly size: number;
  /** Counts a stream that is about to be opened; tells how to end that. */
  enter(): () => void;
  /**
   * Adds a stream.
   *
   * @param key - the same for all that are answered the same: it is rendered once for them
   */
  add(key: string, stream: Stream, render: Render): void;
  remove(key: string, stream: Stream): void;
  /** Tells all who share a key where things stand now. */
  tell(key: string): void;
  /** Ends all streams, and those that are added later; their readers come back elsewhere. */
  close(): void;
};

type Topic = { readonly render: Render; readonly streams: Set<Stream> };

/** An event of the protocol graphql-sse, which a reader that comes back names by its id (`Last-Event-ID`). */
export function eventOf(result: string, version: number): Buffer {
  return Buffer.from(`id: ${version}\nevent: next\ndata: ${result}\n\n`);
}

/** Creates the hub of one gateway. */
export function createHub(watch: Pick<VersionWatch, 'onChange' | 'current'>, logger: Logger): Hub {
  const topics = new Map<string, Topic>();
  let size = 0;
  let isClosed = false;

  const tell = async ({ render, streams }: Topic, version: number | null) => {
    try {
      const event = eventOf(await render(), version ?? 0);
      for (const stream of streams) stream.send(event);
    } catch (error) {
      logger.error({ err: error }, 'a subscription could not be answered');
    }
  };
  const forget = watch.onChange((version) => {
    for (const topic of topics.values()) void tell(topic, version);
  });
  const heart = setInterval(() => {
    for (const { streams } of topics.values()) for (const stream of streams) stream.beat();
  }, HEARTBEAT_MS);
  heart.unref();

  return {
    get size() {
      return size;
    },
    enter: () => {
      size += 1;
      return () => {
        size -= 1;
      };
    },
    add: (key, stream, render) => {
      if (isClosed) return stream.end();
      const topic = topics.get(key) ?? { render, streams: new Set() };
      topics.set(key, topic);
      topic.streams.add(stream);
    },
    remove: (key, stream) => {
      const topic = topics.get(key);
      if (topic?.streams.delete(stream) && topic.streams.size === 0) topics.delete(key);
    },
    tell: (key) => {
      const topic = topics.get(key);
      if (topic) void tell(topic, watch.current());
    },
    close: () => {
      isClosed = true;
      forget();
      clearInterval(heart);
      for (const { streams } of topics.values()) for (const stream of streams) stream.end();
    },
  };
}
