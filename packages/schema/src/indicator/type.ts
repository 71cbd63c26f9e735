import { builder } from '../builder.ts';
import { localizedField, nullableLocalizedField } from '../locale/type.ts';
import { Component } from '../project/component-type.ts';
import { componentByCode } from '../project/store.ts';
import { type IndicatorRow, indicatorByCode } from './store.ts';

const ResultLevel = builder.enumType('ResultLevel', {
  description: 'Where an indicator stands in the chain of results.',
  values: {
    OUTPUT: { description: 'What the project delivered, and whom it reached.' },
    OUTCOME: { description: 'What changed for those whom it reached.' },
    IMPACT: { description: 'What changed in the long run, beyond them.' },
  } as const,
});

const IndicatorDirection = builder.enumType('IndicatorDirection', {
  description: 'Which way is better.',
  values: {
    MORE_IS_BETTER: { description: 'A higher value is better.' },
    LESS_IS_BETTER: { description: 'A lower value is better.' },
  } as const,
});

const Aggregation = builder.enumType('Aggregation', {
  description: 'How values of several places or periods become one.',
  values: {
    SUM: { description: 'By adding them; see `additiveOver` for which.' },
    LATEST: { description: 'By taking the latest.' },
    NONE: { description: 'Not at all: one person or organization may be counted in several.' },
  } as const,
});

/** A dimension along which values may be added. */
export const AdditiveDimensionType = builder.enumType('AdditiveDimension', {
  description: 'A dimension along which values may be added.',
  values: {
    PLACE: { description: 'Cities into the project.' },
    PERIOD: { description: 'Periods that do not overlap into a longer one.' },
    DISAGGREGATION: { description: 'The categories of one dimension, such as sex, into the total.' },
  } as const,
});

/** What is measured. */
export const IndicatorType = builder.objectRef<IndicatorRow>('Indicator');

builder.node(IndicatorType, {
  extensions: { scope: 'PUBLIC' },
  description: 'What is measured, and how its values may be read.',
  id: { resolve: ({ code }) => code },
  loadMany: (codes, context) =>
    Promise.all(codes.map(async (code) => (await indicatorByCode(context, code)) ?? null)),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, readable key.' }),
    name: localizedField(t, 'Name, as a label for people.', ({ name }) => name),
    definition: nullableLocalizedField(
      t,
      'What exactly is counted, as far as the sources say.',
      ({ definition }) => definition,
    ),
    unit: t.exposeString('unit', {
      description: 'What one is, in English and in the singular: grant, person, workshop.',
    }),
    component: t.field({
      type: Component,
      nullable: true,
      description: 'The component that it belongs to; null when it spans several.',
      resolve: ({ componentCode }, _args, context) =>
        componentCode === null ? null : componentByCode(context, componentCode),
    }),
    resultLevel: t.field({
      type: ResultLevel,
      description: 'Where it stands in the chain of results.',
      resolve: ({ resultLevel }) => resultLevel,
    }),
    direction: t.field({
      type: IndicatorDirection,
      description: 'Which way is better.',
      resolve: ({ direction }) => direction,
    }),
    aggregation: t.field({
      type: Aggregation,
      description: 'How values of several places or periods become one.',
      resolve: ({ aggregation }) => aggregation,
    }),
    additiveOver: t.field({
      type: [AdditiveDimensionType],
      description: 'Along which dimensions its values may be added; empty for none.',
      resolve: ({ additiveOver }) => [...additiveOver],
    }),
    countsPersons: t.exposeBoolean('countsPersons', { description: 'Whether it counts persons.' }),
  }),
});
