import type { Logger } from 'pino';
import type { VersionWatch } from '../cache/version-watch.ts';
import type { Stream } from './stream.ts';

/** Milliseconds between two signs of life on a stream that is silent. */
const HEARTBEAT_MS = 12_000;
/** Milliseconds until what could not be answered is tried again. */
const RETRY_MS = 1_000;
/** Different questions that streams may ask at once: each is executed for every publication, and kept till then. */
const MAX_QUESTIONS = 200;

/** What is answered to a subscription at the moment. */
export type Render = () => Promise<string>;

/** Hands every publication to all who have subscribed. */
export type Hub = {
  /** Whether one more stream may be opened for what is asked. */
  hasRoom(key: string): boolean;
  /** Counts a stream that is about to be opened; tells how to end that. */
  enter(key: string): () => void;
  /**
   * Adds a stream.
   *
   * @param key - the same for all that are answered the same: it is rendered once for them
   * @param version - what the stream is told by whoever adds it; if another is out by now, it is told that, too
   */
  add(key: string, stream: Stream, render: Render, version: number): void;
  remove(key: string, stream: Stream): void;
  /** Ends all streams, and those that are added later; their readers come back elsewhere. */
  close(): void;
};

type Topic = {
  readonly render: Render;
  readonly streams: Set<Stream>;
  isTelling: boolean;
  /** A version that is yet to be told. */
  due?: number | undefined;
};

/** An event of the protocol graphql-sse, which a reader that comes back names by its id (`Last-Event-ID`). */
export function eventOf(result: string, version: number): Buffer {
  return Buffer.from(`id: ${version}\nevent: next\ndata: ${result}\n\n`);
}

/**
 * Creates the hub of one gateway.
 *
 * @param maxStreams - streams that may be open at once
 */
export function createHub(
  watch: Pick<VersionWatch, 'onChange'>,
  { logger, maxStreams }: { readonly logger: Logger; readonly maxStreams: number },
): Hub {
  const askers = new Map<string, number>();
  const topics = new Map<string, Topic>();
  let size = 0;
  let isClosed = false;

  // One after the other, so that nobody is told what was before after what is now.
  const tell = async (topic: Topic) => {
    if (topic.isTelling) return;
    topic.isTelling = true;
    for (let { due } = topic; due !== undefined; due = topic.due) {
      topic.due = undefined;
      // One that is added meanwhile may have been told something newer.
      const readers = [...topic.streams];
      try {
        const event = eventOf(await topic.render(), due);
        for (const stream of readers) stream.send(event);
      } catch (error) {
        logger.error({ err: error }, 'a subscription could not be answered');
        topic.due ??= due;
        break;
      }
    }
    topic.isTelling = false;
  };
  let newest: number | undefined;
  const announce = (topic: Topic, version: number) => {
    topic.due = version;
    void tell(topic);
  };
  const forget = watch.onChange((version) => {
    newest = version;
    for (const topic of topics.values()) announce(topic, version);
  });
  const heart = setInterval(() => {
    for (const { streams } of topics.values()) for (const stream of streams) stream.beat();
  }, HEARTBEAT_MS);
  const retry = setInterval(() => {
    for (const topic of topics.values()) void tell(topic);
  }, RETRY_MS);
  heart.unref();
  retry.unref();

  return {
    hasRoom: (key) => size < maxStreams && (askers.has(key) || askers.size < MAX_QUESTIONS),
    enter: (key) => {
      const count = (by: 1 | -1) => {
        size += by;
        const left = (askers.get(key) ?? 0) + by;
        if (left > 0) askers.set(key, left);
        else askers.delete(key);
      };
      count(1);
      return () => count(-1);
    },
    add: (key, stream, render, version) => {
      if (isClosed) return stream.end();
      const topic = topics.get(key) ?? { render, streams: new Set(), isTelling: false };
      topics.set(key, topic);
      topic.streams.add(stream);
      if (newest !== undefined && newest !== version) announce(topic, newest);
    },
    remove: (key, stream) => {
      const topic = topics.get(key);
      if (topic?.streams.delete(stream) && topic.streams.size === 0) topics.delete(key);
    },
    close: () => {
      isClosed = true;
      forget();
      clearInterval(heart);
      clearInterval(retry);
      for (const { streams } of topics.values()) for (const stream of streams) stream.end();
    },
  };
}
