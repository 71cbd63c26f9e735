import * as z from 'zod';
import { activityEntry, openCallEntry } from './activity-model.ts';
import { indicatorEntry, measurementEntry } from './indicator-model.ts';
import { networkEntry, organizationEntry, sourceEntry } from './organization-model.ts';
import { cityEntry, districtEntry } from './place-model.ts';
import { componentEntry, projectEntry } from './project-model.ts';

/** The content of all files of a dataset, by kind and in the order in which one refers to another. */
export const datasetContent = z.strictObject({
  sources: z.array(sourceEntry),
  districts: z.array(districtEntry),
  cities: z.array(cityEntry),
  organizations: z.array(organizationEntry),
  networks: z.array(networkEntry),
  components: z.array(componentEntry),
  project: projectEntry,
  indicators: z.array(indicatorEntry),
  measurements: z.array(measurementEntry),
  activities: z.array(activityEntry),
  openCalls: z.array(openCallEntry),
});

/** What one file holds; the key of its content. */
export type DatasetKind = keyof z.infer<typeof datasetContent>;

/** A dataset that was read and found valid. Its code is that of its project. */
export type Dataset = { readonly code: string } & Readonly<z.infer<typeof datasetContent>>;

/** Every kind, in the order in which one refers to another. */
export const datasetKinds = Object.keys(datasetContent.shape) as readonly DatasetKind[];

/** The name of the file that holds a kind, such as `open-calls.json`. */
export function fileOf(kind: DatasetKind): string {
  return `${stemOf(kind)}.json`;
}

/** The name of the JSON Schema of a kind, such as `open-calls.schema.json`. */
export function schemaFileOf(kind: DatasetKind): string {
  return `${stemOf(kind)}.schema.json`;
}

/** The schema of a whole file, with the `$schema` line that editors follow. */
export function fileSchema(kind: DatasetKind): z.ZodType {
  return z.strictObject({
    $schema: z.literal(`../schema/${schemaFileOf(kind)}`).optional(),
    [kind]: datasetContent.shape[kind],
  });
}

function stemOf(kind: DatasetKind): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
