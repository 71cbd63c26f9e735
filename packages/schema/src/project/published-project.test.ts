import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';

const database = await createTestDatabase('loaded');
afterAll(() => database.drop());

const ofProject = async (fields: string) =>
  (await query(database.pool, `{ project(code: "reintegration-ii") { ${fields} } }`)).project;
const codes = (...list: readonly string[]) => list.map((code) => ({ code }));

it('tells its title in three scripts, its end as a month, and no start', async () => {
  expect(
    await ofProject(
      'title(locale: EN) latin: title(locale: SR_LATN) cyrillic: title(locale: SR_CYRL) startsOn endsOn status isSynthetic dateSources { code }',
    ),
  ).toEqual({
    title: 'Reintegration II – further support for the sustainable (re)integration of returnees in Serbia',
    latin: 'Reintegracija II – dalja podrška održivoj (re)integraciji povratnika u Srbiji',
    cyrillic: 'Реинтеграција II – даља подршка одрживој (ре)интеграцији повратника у Србији',
    startsOn: null,
    endsOn: '2025-04',
    status: null,
    isSynthetic: false,
    dateSources: codes('round-table-shelter', 'seminar-pirot-en', 'seminar-pirot-sr'),
  });
});

it('tells its districts and its partner cities, and no city that only took part in an event', async () => {
  expect(await ofProject('districts { name(locale: SR_LATN) } cities { name(locale: SR_LATN) }')).toEqual({
    districts: [{ name: 'Pirotski okrug' }, { name: 'Rasinski okrug' }, { name: 'Raški okrug' }],
    cities: [{ name: 'Dimitrovgrad' }, { name: 'Kruševac' }, { name: 'Novi Pazar' }, { name: 'Pirot' }],
  });
});

it('tells who takes part, in which role, for which component', async () => {
  const { participations } = await ofProject(
    'participations { organization { code acronym kind country } role component { code } sources { code } }',
  );
  const part = (
    code: string,
    acronym: string | null,
    kind: string,
    country: string,
    role: string,
    component?: string,
    source?: string,
  ) => ({
    organization: { code, acronym, kind, country },
    role,
    component: component ? { code: component } : null,
    sources: source ? [{ code: source }] : [],
  });
  expect(participations).toEqual([
    part('bmz', 'BMZ', 'DONOR', 'DE', 'FUNDER'),
    part('asb-see', 'ASB SEE', 'INGO', 'DE', 'LEAD'),
    part('idc', 'IDC', 'NGO', 'RS', 'IMPLEMENTING_PARTNER'),
    part('merhamet-sandzak', null, 'NGO', 'RS', 'LOCAL_PARTNER', 'PSYCHOSOCIAL', 'study-visit-novi-pazar'),
    part('seda', 'SEDA', 'AGENCY', 'RS', 'LOCAL_PARTNER', undefined, 'round-table-shelter'),
    part('city-of-pirot', null, 'LOCAL_GOVERNMENT', 'RS', 'CO_FUNDER', undefined, 'seminar-pirot-en'),
  ]);
});

it('tells the two budgets to the cent, with their sources, and no third', async () => {
  expect(await ofProject('budgets { city { code } amount { amount currency } sources { code } }')).toEqual({
    budgets: [
      {
        city: { code: 'novi-pazar' },
        amount: { amount: '310000.00', currency: 'EUR' },
        sources: codes('round-table-shelter'),
      },
      {
        city: { code: 'pirot' },
        amount: { amount: '400000.00', currency: 'EUR' },
        sources: codes('seminar-pirot-en', 'seminar-pirot-sr'),
      },
    ],
  });
});

it('tells whom it is for and what it does', async () => {
  expect(
    await ofProject('targetGroups(locale: EN) components { component { code } supports(locale: EN) }'),
  ).toEqual({
    targetGroups: [
      'returnees under the readmission agreement',
      'socially vulnerable local population',
      'other groups that are harder to employ',
    ],
    components: [
      {
        component: { code: 'ECONOMIC' },
        supports: [
          'self-employment grants',
          'business training',
          'retraining and additional qualification',
          'subsidies to employers for new jobs',
          'equipment for agricultural households',
        ],
      },
      {
        component: { code: 'PSYCHOSOCIAL' },
        supports: ['inclusive workshops for children and youth', 'psychological counselling'],
      },
      {
        component: { code: 'INSTITUTIONAL' },
        supports: [
          'social-service planning with local governments',
          'exchange visits and training',
          'grants to organisations',
        ],
      },
      { component: { code: 'VISIBILITY' }, supports: ['events, media, public calls'] },
    ],
  });
});
