/** The published data as it stood from one instant on. */
export type Edition = {
  /** 0 before anything was published. */
  readonly version: number;
  /** The instant that the edition answers for. */
  readonly asOf: Date;
};

const EPOCH = new Date(0);

/** Before anything was published. */
export const NO_EDITION: Edition = { version: 0, asOf: EPOCH };

/** The channel on which PostgreSQL tells each new version at its commit, as a number in decimal. */
export const PUBLICATION_CHANNEL = 'publication';

/** Reads the newest edition, as no row before anything was published, for whoever has a connection and no reader. */
export const READ_NEWEST_EDITION =
  'SELECT version, published_at AS "asOf" FROM publication ORDER BY version DESC LIMIT 1';
