import type { FieldDef } from 'pg';
import { serialize } from 'pg-protocol';
import { nameOfColumn } from './camel-case.ts';
import { parserOf } from './column-values.ts';
import { nameOf } from './statement-name.ts';

/** A statement as PostgreSQL keeps it: its text, and the values that are always the same, or their names. */
export type Prepared = {
  readonly sql: string;
  /** Names it within a connection: the same text has the same name. */
  readonly name: string;
  readonly parameters: readonly unknown[];
  /** Whether it waits for others by its nature: nothing should have to wait behind it. */
  readonly isWaiting: boolean;
  /** Whether it took long the last time. */
  isSlow: boolean;
};

/** Told the version of the published data as of a statement; null when it could not be read. */
export type HearVersion = (version: number | null) => void;

/** A statement that waits for its rows. */
export type Waiting = {
  readonly statement: Prepared;
  /** Its values as PostgreSQL reads them. */
  readonly texts: readonly (string | null)[];
  /** Told before the rows are there. */
  readonly hear?: HearVersion | undefined;
  readonly resolve: (rows: readonly object[]) => void;
  readonly reject: (error: unknown) => void;
};

/** Told when a batch is over: what has not run, and whether its connection is lost. */
export type EndBatch = (unanswered: readonly Waiting[], isLost: boolean) => void;

type Column = { readonly name: string; readonly parse: (text: string) => unknown };
type Row = Record<string, unknown>;

/** The columns of each statement: told once, they stay the same. */
const columnsOf = new WeakMap<Prepared, readonly Column[]>();

/** Milliseconds from which on a statement is known to take its time. */
const SLOW_MS = 100;

const VERSION_TEXT = 'SELECT coalesce(max(version), 0) AS version FROM publication';
const VERSION: Prepared = {
  sql: VERSION_TEXT,
  name: nameOf(VERSION_TEXT),
  parameters: [],
  isWaiting: false,
  isSlow: false,
};
const ignore = () => undefined;
/** Reads the version of the published data, for all statements of a batch. */
const ASK_VERSION: Waiting = { statement: VERSION, texts: [], resolve: ignore, reject: ignore };

/** What a connection of `pg` takes: messages of PostgreSQL's protocol. */
type Wire = {
  readonly stream: { write(bytes: Buffer): void };
  /** Texts of the statements that PostgreSQL has parsed, by their names. */
  readonly parsedStatements: Readonly<Record<string, string>>;
};

/**
 * Several statements that are sent to PostgreSQL in one piece, and answered in one: to ask and to be answered costs
 * more time than most statements themselves. One that fails takes those behind it along, as PostgreSQL has it;
 * they have not run, and are given back. It is what `pg` calls a query class.
 *
 * Behind the statements the version of the published data is read: whoever knew it before knows that nothing came
 * in between. Where what is read may be older than what is known, as on a replica, it is read in front of them, too.
 */
export class StatementBatch {
  readonly #waiting: readonly Waiting[];
  readonly #end: EndBatch;
  #turn = 0;
  #rows: Row[] = [];
  #columns: readonly Column[] = [];
  #since = 0;
  #isOver = false;
  readonly #answers: Row[][] = [];
  /** Set by `pg`, which expects to be told the end, where a query may take so long only. */
  callback?: (error?: unknown) => void;

  constructor(waiting: readonly Waiting[], isReplica: boolean, end: EndBatch) {
    const asksVersion = waiting.some(({ hear }) => hear !== undefined);
    const before = asksVersion && isReplica ? [ASK_VERSION] : [];
    this.#waiting = asksVersion ? [...before, ...waiting, ASK_VERSION] : waiting;
    this.#end = end;
    this.#begin();
  }

  /** The statement whose turn it is: what `pg` remembers as parsed when PostgreSQL says so. */
  get name(): string | undefined {
    return this.#waiting[this.#turn]?.statement.name;
  }

  get text(): string | undefined {
    return this.#waiting[this.#turn]?.statement.sql;
  }

  submit(connection: Wire): null {
    const sent = new Set<string>();
    const messages: Buffer[] = [];
    for (const { statement, texts } of this.#waiting) {
      const { name, sql: text } = statement;
      // One without a name lasts until the next.
      if (name === '' || (connection.parsedStatements[name] === undefined && !sent.has(name)))
        messages.push(serialize.parse({ name, text }));
      sent.add(name);
      messages.push(serialize.bind({ statement: name, values: [...texts] }));
      if (!columnsOf.has(statement)) messages.push(serialize.describe({ type: 'P' }));
      messages.push(serialize.execute());
    }
    messages.push(serialize.sync());
    // One piece: to hand a socket several takes it longer than to copy them together.
    connection.stream.write(Buffer.concat(messages));
    this.#since = performance.now();
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly FieldDef[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name: nameOfColumn(name),
      parse: parserOf(dataTypeID),
    }));
    const waiting = this.#waiting[this.#turn];
    if (waiting) columnsOf.set(waiting.statement, this.#columns);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const columns = this.#columns;
    const row: Row = {};
    for (let index = 0; index < columns.length; index += 1) {
      const { name, parse } = columns[index] as Column;
      const text = fields[index] as string | null;
      row[name] = text === null ? null : parse(text);
    }
    this.#rows.push(row);
  }

  handleCommandComplete(): void {
    const now = performance.now();
    const waiting = this.#waiting[this.#turn];
    if (waiting) waiting.statement.isSlow = now - this.#since > SLOW_MS;
    this.#since = now;
    this.#answers.push(this.#rows);
    this.#turn += 1;
    this.#begin();
  }

  handleReadyForQuery(): void {
    this.#finish([], false);
  }

  handleError(error: unknown): void {
    const [failed, ...behind] = this.#waiting.slice(this.#turn);
    failed?.reject(error);
    const isLost = (error as { readonly severity?: unknown }).severity !== 'ERROR';
    if (isLost) for (const { reject } of behind) reject(error);
    this.#finish(isLost ? [] : behind.filter((waiting) => waiting !== ASK_VERSION), isLost);
  }

  #begin(): void {
    const next = this.#waiting[this.#turn];
    this.#rows = [];
    this.#columns = (next && columnsOf.get(next.statement)) ?? [];
  }

  #finish(unanswered: readonly Waiting[], isLost: boolean): void {
    // `pg` may give up on it, and hear of it all the same.
    if (this.#isOver) return;
    this.#isOver = true;
    this.#turn = this.#waiting.length;
    this.callback?.();
    this.#end(unanswered, isLost);
    const version = this.#version();
    for (const [index, rows] of this.#answers.entries()) {
      const waiting = this.#waiting[index];
      waiting?.hear?.(version);
      waiting?.resolve(rows);
    }
  }

  /** The version that held for all statements; null when that cannot be said. */
  #version(): number | null {
    const read = this.#answers.filter((_rows, index) => this.#waiting[index] === ASK_VERSION);
    const versions = read.map(([row]) => row?.version as number);
    const isWhole = this.#answers.length === this.#waiting.length;
    return isWhole && versions.every((version) => version === versions[0]) ? (versions[0] ?? null) : null;
  }
}
