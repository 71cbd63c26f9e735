import { entryDigest } from './digest.ts';
import { measurementKey } from './measurement-key.ts';
import type { Dataset, DatasetKind } from './model.ts';

/** One entry of a dataset's files, with what tells it apart and what tells whether it was edited. */
export type DatasetEntry<Content = unknown> = {
  readonly kind: DatasetKind;
  readonly key: string;
  readonly digest: string;
  readonly content: Content;
};

/** Names an entry of the dataset's files. */
export type EntryName = { readonly kind: DatasetKind; readonly key: string };

/** What a load has to do. */
export type LoadPlan = {
  readonly added: readonly DatasetEntry[];
  readonly changed: readonly DatasetEntry[];
  readonly gone: readonly EntryName[];
  readonly unchanged: number;
};

/** What a load did. */
export type LoadReport = {
  readonly dataset: string;
  readonly added: readonly EntryName[];
  /** Edited since they were last loaded; measurements among them have a new revision. */
  readonly changed: readonly EntryName[];
  /** Measurements that the files no longer hold: withdrawn by a new revision, never removed. */
  readonly withdrawn: readonly EntryName[];
  /** Activities and public calls that the files no longer hold. */
  readonly removed: readonly EntryName[];
  /** Shared records (sources, places, organizations, indicators …) that the files no longer hold; they stay. */
  readonly kept: readonly EntryName[];
  readonly unchanged: number;
};

/** All entries, in the order in which each may point to the ones before it. */
export function entriesOf(dataset: Dataset): readonly DatasetEntry[] {
  const entry = (kind: DatasetKind, key: string, content: unknown): DatasetEntry => ({
    kind,
    key,
    digest: entryDigest(content),
    content,
  });
  const coded = (kind: Exclude<DatasetKind, 'project' | 'measurements'>) =>
    dataset[kind].map((content) => entry(kind, content.code, content));
  return [
    ...coded('sources'),
    ...coded('districts'),
    ...coded('cities'),
    ...coded('organizations'),
    ...coded('networks'),
    ...coded('components'),
    entry('project', dataset.project.code, dataset.project),
    ...coded('indicators'),
    ...coded('activities'),
    ...coded('openCalls'),
    ...dataset.measurements.map((content) =>
      entry('measurements', measurementKey(content, dataset.code), content),
    ),
  ];
}
