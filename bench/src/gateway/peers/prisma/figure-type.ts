import { Qualifier } from '../../../generated/prisma/enums.ts';
import type { Builder } from './builder.ts';
import type { References } from './reference-type.ts';

/** The newest revision that is public, as Prisma selects it. */
const NEWEST = {
  where: { status: { not: 'PRELIMINARY' } },
  orderBy: { revision: 'desc' },
  take: 1,
} as const;

type Revised<Revision> = { readonly revisions: readonly Revision[] };

function newest<Revision>({ revisions }: Revised<Revision>): Revision {
  const [revision] = revisions;
  if (revision === undefined) throw new Error('A measurement has no public revision');
  return revision;
}

/** Adds measurements under the name that the gateway has for those that were reached. */
export function addFigure(builder: Builder, { Source }: References): void {
  const QualifierType = builder.enumType('Qualifier', { values: Object.values(Qualifier) });
  const Period = builder.objectRef<{
    readonly periodStart: string | null;
    readonly periodEnd: string | null;
  }>('Period');
  Period.implement({
    fields: (t) => ({
      start: t.exposeString('periodStart', { nullable: true }),
      end: t.exposeString('periodEnd', { nullable: true }),
    }),
  });
  builder.prismaObject('Measurement', {
    name: 'Figure',
    fields: (t) => ({
      value: t.string({
        select: { revisions: NEWEST },
        resolve: (measurement) => newest(measurement).value.toString(),
      }),
      qualifier: t.field({
        type: QualifierType,
        select: { revisions: NEWEST },
        resolve: (measurement) => newest(measurement).qualifier,
      }),
      revision: t.int({
        select: { revisions: NEWEST },
        resolve: (measurement) => newest(measurement).revision,
      }),
      period: t.field({ type: Period, resolve: (measurement) => measurement }),
      indicator: t.relation('indicator'),
      place: t.relation('city', { nullable: true }),
      sources: t.field({
        type: [Source],
        select: (_args, _context, nested) => ({
          revisions: {
            ...NEWEST,
            include: { sources: { orderBy: { position: 'asc' }, include: { source: nested(true) } } },
          },
        }),
        resolve: (measurement) => newest(measurement).sources.map(({ source }) => source),
      }),
    }),
  });
}
