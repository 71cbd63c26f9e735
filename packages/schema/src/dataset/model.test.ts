import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { activityEntry } from './activity-model.ts';
import { componentCode, qualifier } from './field.ts';
import { indicatorEntry, measurementEntry } from './indicator-model.ts';
import { organizationEntry } from './organization-model.ts';
import { projectEntry } from './project-model.ts';

const models = new URL('../../prisma/models/', import.meta.url);

it.each([
  ['ActivityType', activityEntry.shape.type.options],
  ['Aggregation', indicatorEntry.shape.aggregation.options],
  ['ComponentCode', componentCode.options],
  ['IndicatorDirection', indicatorEntry.shape.direction.options],
  ['MeasurementKind', measurementEntry.shape.kind.options],
  ['MeasurementStatus', measurementEntry.shape.status.unwrap().options],
  ['OrganizationKind', organizationEntry.shape.kind.options],
  ['ParticipationRole', projectEntry.shape.participations.element.shape.role.options],
  ['ProjectStatus', projectEntry.shape.status.unwrap().options],
  ['Qualifier', qualifier.options],
  ['ResultLevel', indicatorEntry.shape.resultLevel.options],
])('the dataset has the same %s values as the database', async (name, values) => {
  const files = (await readdir(models)).map((file) => readFile(new URL(file, models), 'utf8'));
  const body = new RegExp(`^enum ${name} \\{([^}]*)\\}`, 'm').exec(
    (await Promise.all(files)).join('\n'),
  )?.[1];
  expect(body?.match(/^ {2}\w+/gm)?.map((value) => value.trim())).toEqual(values);
});
