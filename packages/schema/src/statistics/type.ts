import { BeneficiaryCategoryEnum, SexEnum } from '../beneficiary/type.ts';
import { builder } from '../builder.ts';
import { AGE_BANDS } from '../disclosure/age-band.ts';
import { noteOn } from '../disclosure/note.ts';
import { localizedField } from '../locale/type.ts';
import { Place } from '../place/type.ts';
import { ComponentCode } from '../project/component-type.ts';
import { Period } from '../scalar/period-type.ts';
import type { CellRow, ReleaseRow } from './store.ts';

const PUBLIC = { scope: 'PUBLIC' };

/** Where people are counted. */
export const StatisticsLevel = builder.enumType('StatisticsLevel', {
  description: 'Where people are counted.',
  values: {
    PROJECT: { description: 'In the whole project.' },
    DISTRICT: { description: 'In each of its districts.' },
    CITY: { description: 'In each of its cities.' },
  } as const,
});

/** What a count of people may be broken down by. */
export const StatisticsDimension = builder.enumType('StatisticsDimension', {
  description: 'What a count of people may be broken down by.',
  values: {
    SEX: { description: 'Sex.' },
    AGE_BAND: { description: 'Age at the end of the period, in bands.' },
    CATEGORY: { description: 'Which group that the project is for.' },
    COMPONENT: { description: 'The strands of work that supported them; one person may count in several.' },
  } as const,
});

const CellStatus = builder.enumType('CellStatus', {
  description: 'How a value is to be taken, as SDMX has it (CL_OBS_STATUS).',
  values: {
    OBSERVED: { description: 'Counted when the period was over (A).' },
    PROVISIONAL: { description: 'Counted before the period was over (P).' },
    SUPPRESSED: { description: 'Counted, and not told (Q).' },
    MISSING: { description: 'Not counted (O).' },
    NOT_APPLICABLE: { description: 'There is nothing to count (M).' },
  } as const,
});

/** A frozen, numbered set of tables. */
export const StatisticsRelease = builder.objectRef<ReleaseRow>('StatisticsRelease').implement({
  description: 'Protected counts of people for one period, computed once and never changed.',
  extensions: PUBLIC,
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Number within the project, from 1.' }),
    period: t.field({
      type: Period,
      description: 'Whoever was enrolled or supported in it is counted.',
      resolve: ({ periodStart, periodEnd }) => ({
        start: periodStart,
        end: periodEnd,
        sinceProjectStart: false,
      }),
    }),
    frozenAt: t.expose('frozenAt', { type: 'DateTime', description: 'When it was computed and published.' }),
    method: t.exposeString('method', {
      description: 'How it is protected: `cell-key` is noise that hangs on who is in a cell.',
    }),
    threshold: t.exposeInt('threshold', {
      description: 'No value lies between 0 and this number. For cells of children it is higher; see `note`.',
    }),
    variance: t.float({
      description: 'Variance of the noise of counts from the threshold up.',
      resolve: ({ variance }) => Number(variance),
    }),
  }),
});

const StatisticsCell = builder.objectRef<CellRow>('StatisticsCell').implement({
  description: 'One protected count of people.',
  extensions: PUBLIC,
  fields: (t) => ({
    place: t.field({ type: Place, description: 'Where they are counted.', resolve: (cell) => cell }),
    sex: t.field({
      type: SexEnum,
      nullable: true,
      description: 'Their sex; null when that was not asked for.',
      resolve: ({ sex }) => sex,
    }),
    ageBand: t.exposeString('ageBand', {
      nullable: true,
      description: `Their age in whole years, one of ${AGE_BANDS.map((band) => `\`${band}\``).join(', ')}; null when that was not asked for.`,
    }),
    category: t.field({
      type: BeneficiaryCategoryEnum,
      nullable: true,
      description: 'The group that they belong to; null when that was not asked for.',
      resolve: ({ category }) => category,
    }),
    component: t.field({
      type: ComponentCode,
      nullable: true,
      description: 'What they were supported by; null when that was not asked for.',
      resolve: ({ componentCode }) => componentCode,
    }),
    value: t.exposeInt('value', {
      nullable: true,
      description:
        'The protected count. A 0 stands for nobody or for a few; null only where `status` says why.',
    }),
    status: t.field({
      type: CellStatus,
      description: 'How the value is to be taken.',
      resolve: ({ cellStatus }) => cellStatus,
    }),
  }),
});

/** One table of a release. */
export type StatisticsTable = { readonly release: ReleaseRow; readonly cells: readonly CellRow[] };

/** What limits on operations reckon with: the places of a project times what two dimensions have together. */
const EXPECTED_SIZE = { listSize: 250 };

/** One table of a release. */
export const Statistics = builder.objectRef<StatisticsTable>('Statistics').implement({
  description: 'One table of protected counts of people.',
  extensions: PUBLIC,
  fields: (t) => ({
    release: t.field({
      type: StatisticsRelease,
      description: 'The release that the table belongs to.',
      resolve: ({ release }) => release,
    }),
    cells: t.field({
      type: [StatisticsCell],
      extensions: EXPECTED_SIZE,
      description:
        'Every combination of place and values, also those with nobody, in an order that never changes.',
      resolve: ({ cells }) => [...cells],
    }),
    note: localizedField(t, 'What to know before reading the values.', ({ release }) =>
      noteOn({ threshold: release.threshold, variance: Number(release.variance) }),
    ),
  }),
});
