import { badUserInput } from '../error.ts';
import type { AdditiveDimension } from '../indicator/additivity.ts';
import type { Context } from '../context.ts';
import { type MeasurementRow, publishedMeasurements, readMeasurements } from '../measurement/store.ts';
import { editionOf } from '../publication/store.ts';

/** Most values that one sum is made of. */
const MAX_PARTS = 10_000;

/** Whether a value is one that is added over the dimension: all parts are of one kind, so that none holds another. */
function isPart({ cityId, districtId, disaggregation }: MeasurementRow, over: AdditiveDimension): boolean {
  const isTotal = Object.keys(disaggregation).length === 0;
  const isOfProject = cityId === null && districtId === null;
  if (over === 'PLACE') return cityId !== null && isTotal;
  if (over === 'PERIOD') return isOfProject && isTotal;
  return isOfProject && Object.keys(disaggregation).length === 1;
}

/** The actual values of one indicator of one project that a sum over the dimension is made of. */
export async function readParts(
  context: Context,
  { projectId, indicatorId }: { readonly projectId: number; readonly indicatorId: number },
  over: AdditiveDimension,
  asOf: Date | null,
): Promise<readonly MeasurementRow[]> {
  const edition = await editionOf(context, asOf);
  const query = publishedMeasurements(context.reader, edition)
    .where('measurement.kind', '=', 'ACTUAL')
    .where('measurement.projectId', '=', projectId)
    .where('measurement.indicatorId', '=', indicatorId)
    .orderBy('measurement.key')
    .limit(MAX_PARTS + 1);
  const rows = await readMeasurements(query, edition);
  if (rows.length > MAX_PARTS) {
    throw badUserInput(`The sum would be of more than ${MAX_PARTS} values. Page through "measurements" instead.`);
  }
  return rows.filter((row) => isPart(row, over));
}
