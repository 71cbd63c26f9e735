import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readDataset } from './read-dataset.ts';

const dataset = await readDataset(fileURLToPath(new URL('../../dataset/reintegration-ii', import.meta.url)));

// Written out by hand: a figure that is lost or changed in the files must not go unnoticed.
const publishedFigures = `
self-employment-grants            ACTUAL EXACT     42   grant        2023             project    results-2023
newly-employed-beneficiaries      ACTUAL EXACT     46   person       2023             project    results-2023
employers-involved                ACTUAL EXACT     20   organisation 2023             project    results-2023
business-trainings                ACTUAL EXACT     70   training     2023             project    results-2023
expert-field-tours                ACTUAL EXACT     43   tour         2023             project    results-2023
children-and-youth-in-workshops   ACTUAL EXACT     1317 person       2023             project    results-2023
workshops-held                    ACTUAL EXACT     590  workshop     2023             project    results-2023
performances-organised            ACTUAL EXACT     2    performance  2023             project    results-2023
exchange-visits                   ACTUAL EXACT     2    visit        2023             project    results-2023
civil-dialogues                   ACTUAL EXACT     1    event        2023             project    results-2023
employers-subsidised              ACTUAL EXACT     11   organisation 2023/..          novi-pazar study-visit-novi-pazar
beneficiaries-employed-by-subsidy ACTUAL EXACT     22   person       2023/..          novi-pazar study-visit-novi-pazar
families-supported-raspberry      ACTUAL EXACT     12   household    2023/..          novi-pazar study-visit-novi-pazar
beneficiaries-employed-by-subsidy TARGET MORE_THAN 40   person       ../2025-04       novi-pazar study-visit-novi-pazar
good-neighbor-club-workshops      ACTUAL EXACT     132  workshop     project-start/.. novi-pazar study-visit-novi-pazar
good-neighbor-club-participants   ACTUAL MORE_THAN 250  person       project-start/.. novi-pazar study-visit-novi-pazar
beneficiaries-supported           TARGET MORE_THAN 800  person       ../2025-04       pirot      seminar-pirot-en
`;

it('holds every published figure with its qualifier, unit, period, place and source', () => {
  const units = new Map(dataset.indicators.map(({ code, unit }) => [code, unit]));
  const figures = dataset.measurements.map((entry) => {
    const place = entry.place === undefined ? 'project' : Object.values(entry.place).join();
    const { indicator, kind, qualifier, value, period } = entry;
    return [indicator, kind, qualifier, value, units.get(indicator), period, place, ...entry.sources].join(
      ' ',
    );
  });
  expect(figures).toEqual(publishedFigures.trim().replace(/ +/g, ' ').split('\n'));
  expect(new Set(dataset.measurements.map(({ status }) => status))).toEqual(new Set(['PUBLISHED']));
});

it('holds the budgets, the end of the project and the size of the network as published', () => {
  const { project, networks } = dataset;
  expect(dataset.code).toBe('reintegration-ii');
  expect(project.budgets).toEqual([
    {
      city: 'pirot',
      amount: '400000.00',
      currency: 'EUR',
      sources: ['seminar-pirot-en', 'seminar-pirot-sr'],
    },
    { city: 'novi-pazar', amount: '310000.00', currency: 'EUR', sources: ['round-table-shelter'] },
  ]);
  expect(project).toMatchObject({ endsOn: '2025-04', isSynthetic: false });
  expect(project).not.toHaveProperty('startsOn');
  expect(networks.map(({ memberCount }) => memberCount)).toEqual([{ value: 200, qualifier: 'MORE_THAN' }]);
});

it('sums only what was held or handed out, never persons, households or organisations', () => {
  const summed = dataset.indicators.filter(({ aggregation }) => aggregation === 'SUM');
  expect(summed.map(({ unit }) => unit).sort()).toEqual([
    'event',
    'grant',
    'performance',
    'tour',
    'visit',
    'workshop',
    'workshop',
  ]);
});

it('has an English and a Serbian name for every indicator and activity', () => {
  const names = [
    ...dataset.indicators.map(({ name }) => name),
    ...dataset.activities.map(({ title }) => title),
  ];
  expect(names.filter((name) => name.en === undefined || name['sr-Latn'] === undefined)).toEqual([]);
});
