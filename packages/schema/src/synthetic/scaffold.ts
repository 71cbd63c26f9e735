import { createHash } from 'node:crypto';
import type { WriterTransaction } from '../database/writer.ts';
import { SYNTHETIC_CITIES, SYNTHETIC_YEAR } from './population.ts';

/** The code of the project that all made-up people are in, and of the organization that enrolled them. */
export const SYNTHETIC_CODE = 'synthetic';

const TITLE = {
  en: 'SYNTHETIC people for trying things out – not a real project',
  'sr-Latn': 'SYNTHETIC – izmišljeni ljudi za probu, a ne stvarni projekat',
  'sr-Cyrl': 'SYNTHETIC – измишљени људи за пробу, а не стварни пројекат',
};
const ORGANIZATION = {
  en: 'SYNTHETIC organization – it does not exist',
  'sr-Latn': 'SYNTHETIC – izmišljena organizacija, koja ne postoji',
  'sr-Cyrl': 'SYNTHETIC – измишљена организација, која не постоји',
};

/** The project of made-up people, and the ids that their records need. */
export type Scaffold = {
  readonly projectId: number;
  readonly organizationId: number;
  readonly cityIds: ReadonlyMap<string, number>;
};

/** Cities that made-up people live in and that the database does not have. */
export async function missingCities(tx: WriterTransaction): Promise<readonly string[]> {
  const kept = await tx.city.findMany({
    where: { code: { in: [...SYNTHETIC_CITIES] } },
    select: { code: true },
  });
  const codes = new Set(kept.map(({ code }) => code));
  return SYNTHETIC_CITIES.filter((city) => !codes.has(city));
}

/** The project with its organization, made where they are missing. Writes nothing when they are there. */
export async function buildScaffold(tx: WriterTransaction): Promise<Scaffold> {
  const cities = await tx.city.findMany({ where: { code: { in: [...SYNTHETIC_CITIES] } } });
  const cityIds = new Map(cities.map(({ code, id }) => [code, id]));
  const organization =
    (await tx.organization.findUnique({ where: { code: SYNTHETIC_CODE } })) ??
    (await tx.organization.create({
      data: { code: SYNTHETIC_CODE, name: ORGANIZATION, kind: 'NGO', country: 'RS' },
    }));
  const project =
    (await tx.project.findUnique({ where: { code: SYNTHETIC_CODE } })) ??
    (await tx.project.create({
      data: {
        code: SYNTHETIC_CODE,
        title: TITLE,
        isSynthetic: true,
        startsOn: `${SYNTHETIC_YEAR}-01`,
        endsOn: `${SYNTHETIC_YEAR}-12`,
        components: { create: [{ componentCode: 'ECONOMIC' }, { componentCode: 'PSYCHOSOCIAL' }] },
        cities: { create: cities.map(({ id }) => ({ cityId: id })) },
        districts: {
          create: [...new Set(cities.map(({ districtId }) => districtId))].map((districtId) => ({
            districtId,
          })),
        },
        participations: {
          create: (['LEAD', 'IMPLEMENTING_PARTNER'] as const).map((role, position) => ({
            organizationId: organization.id,
            role,
            position,
          })),
        },
      },
    }));
  return { projectId: project.id, organizationId: organization.id, cityIds };
}

/** Tells one set of records from another by their ids. */
export function digestOfIds(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join())
    .digest('hex');
}
