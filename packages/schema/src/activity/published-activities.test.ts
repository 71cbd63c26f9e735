import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';

const database = await createTestDatabase('loaded');
afterAll(() => database.drop());

type Told = { readonly code: string } & Readonly<Record<string, unknown>>;

const codes = (...list: readonly string[]) => list.map((code) => ({ code }));
const nowhere = {
  heldOn: null,
  durationDays: null,
  isOngoing: false,
  partOf: null,
  participantsFrom: [],
  networks: [],
};

// Written by hand from what the project published.
const activities: readonly Told[] = [
  {
    ...nowhere,
    code: 'study-visit-novi-pazar',
    type: 'STUDY_VISIT',
    component: { code: 'INSTITUTIONAL' },
    place: { code: 'novi-pazar' },
    durationDays: 2,
    participantsFrom: codes('novi-pazar', 'krusevac', 'pirot', 'dimitrovgrad'),
    sources: codes('study-visit-novi-pazar'),
  },
  {
    ...nowhere,
    code: 'round-table-local-social-protection',
    type: 'ROUND_TABLE',
    component: { code: 'INSTITUTIONAL' },
    place: { code: 'novi-pazar' },
    partOf: { code: 'study-visit-novi-pazar' },
    participantsFrom: codes('kragujevac', 'ivanjica'),
    networks: codes('iris'),
    sources: codes('study-visit-novi-pazar'),
  },
  {
    ...nowhere,
    code: 'round-table-children-shelter',
    type: 'ROUND_TABLE',
    component: { code: 'INSTITUTIONAL' },
    place: { code: 'novi-pazar' },
    participantsFrom: codes(
      ...['krusevac', 'pirot', 'dimitrovgrad', 'tutin', 'sjenica'],
      ...['ivanjica', 'raska', 'kragujevac', 'beograd', 'novi-pazar'],
    ),
    networks: codes('iris'),
    sources: codes('round-table-shelter'),
  },
  {
    ...nowhere,
    code: 'seminar-local-social-services',
    type: 'SEMINAR',
    component: { code: 'INSTITUTIONAL' },
    place: { code: 'pirot' },
    participantsFrom: codes('pirot', 'novi-pazar', 'krusevac', 'dimitrovgrad', 'bela-palanka', 'babusnica'),
    sources: codes('seminar-pirot-en'),
  },
  {
    ...nowhere,
    code: 'counselling-centre-novi-pazar',
    type: 'COUNSELLING',
    component: { code: 'PSYCHOSOCIAL' },
    place: { code: 'novi-pazar' },
    heldOn: '2023',
    isOngoing: true,
    sources: codes('results-2023'),
  },
  {
    ...nowhere,
    code: 'marathon',
    type: 'PUBLIC_EVENT',
    component: { code: 'PSYCHOSOCIAL' },
    place: null,
    heldOn: '2023',
    sources: codes('results-2023'),
  },
  {
    ...nowhere,
    code: 'public-call-grants-novi-pazar',
    type: 'OPEN_CALL',
    component: { code: 'INSTITUTIONAL' },
    place: { code: 'novi-pazar' },
    heldOn: '2023',
    sources: codes('results-2023'),
  },
];

const inOrderOfCode = [...activities].sort((a, b) => (a.code < b.code ? -1 : 1));

it('tells the seven activities, with no date, place or guest that no source names', async () => {
  const told = await query(
    database.pool,
    `{ activities(first: 50, filter: { project: "reintegration-ii" }) { totalCount nodes {
      code type component { code } place { code } heldOn durationDays isOngoing partOf { code }
      participantsFrom { code } networks { code } sources { code }
    } } }`,
  );
  expect(told.activities).toEqual({ totalCount: 7, nodes: inOrderOfCode });
});

it('tells the five institutional ones in pages of two, with their honest total', async () => {
  const page = `query ($after: String) {
    activities(filter: { project: "reintegration-ii", component: INSTITUTIONAL }, first: 2, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { code }
    }
  }`;
  const told: string[][] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { activities } = await query(database.pool, page, { after });
    expect(activities.totalCount).toBe(5);
    told.push(activities.nodes.map(({ code }: Told) => code));
    ({ hasNextPage: more, endCursor: after } = activities.pageInfo);
  }
  expect(told).toEqual([
    ['public-call-grants-novi-pazar', 'round-table-children-shelter'],
    ['round-table-local-social-protection', 'seminar-local-social-services'],
    ['study-visit-novi-pazar'],
  ]);
});

it('tells a larger activity with its parts', async () => {
  const { activity } = await query(
    database.pool,
    '{ activity(code: "study-visit-novi-pazar") { parts { code } } }',
  );
  expect(activity.parts).toEqual(codes('round-table-local-social-protection'));
});

it('tells the venue and what came after, where a source does', async () => {
  const { activity } = await query(
    database.pool,
    '{ activity(code: "round-table-children-shelter") { venue(locale: EN) followedBy(locale: EN) participantsCount { value } } }',
  );
  expect(activity).toEqual({
    venue: 'Regional Innovation Start-up Centre',
    followedBy:
      'Visit to the day-care centre for children, youth and adults with developmental disabilities in Novi Pazar',
    participantsCount: null,
  });
});
