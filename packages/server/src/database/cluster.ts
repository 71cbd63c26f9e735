import type { PostgresBinaries } from './embedded-binaries.ts';
import type { OsUser } from './os-user.ts';

/** The role that owns the embedded cluster, and the name of its one database. */
export const OWNER = 'reintegration';

/** PostgreSQL's own folder within a data folder, and the programs that work on it. */
export type Cluster = {
  readonly folder: string;
  readonly log: string;
  readonly user: OsUser | null;
  readonly binaries: PostgresBinaries;
};

/** Told each step that takes time. */
export type OnProgress = (step: string) => void;

/** Address of a database of the cluster. */
export function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** The version as people write it. */
export function versionOf({ binaries }: Cluster): string {
  return binaries.version.replace(/\.0-.*$/, '');
}
