import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';

const database = await createTestDatabase('loaded');
afterAll(() => database.drop());

// Written by hand from what the project published, not from the files that are loaded.
const of2023: Readonly<Record<string, readonly [value: string, unit: string, component: string]>> = {
  'self-employment-grants': ['42', 'grant', 'ECONOMIC'],
  'newly-employed-beneficiaries': ['46', 'person', 'ECONOMIC'],
  'employers-involved': ['20', 'organisation', 'ECONOMIC'],
  'business-trainings': ['70', 'training', 'ECONOMIC'],
  'expert-field-tours': ['43', 'tour', 'ECONOMIC'],
  'children-and-youth-in-workshops': ['1317', 'person', 'PSYCHOSOCIAL'],
  'workshops-held': ['590', 'workshop', 'PSYCHOSOCIAL'],
  'performances-organised': ['2', 'performance', 'PSYCHOSOCIAL'],
  'exchange-visits': ['2', 'visit', 'INSTITUTIONAL'],
  'civil-dialogues': ['1', 'event', 'INSTITUTIONAL'],
};

it('tells the ten figures of 2023, of the whole project, with their source', async () => {
  const { project, dataVersion } = await query(
    database.pool,
    `{
      project(code: "reintegration-ii") {
        figures(during: "2023") {
          indicator { code unit component { code } }
          value qualifier period { start end isOpen } place { __typename code } target { value } progress
          sources { code title language } revision dataVersion
        }
      }
      dataVersion
    }`,
  );
  expect(project.figures).toHaveLength(10);
  expect(dataVersion).toBe(1);
  for (const [code, [value, unit, component]] of Object.entries(of2023)) {
    expect(project.figures).toContainEqual({
      indicator: { code, unit, component: { code: component } },
      value,
      qualifier: 'EXACT',
      period: { start: '2023', end: '2023', isOpen: false },
      place: { __typename: 'Project', code: 'reintegration-ii' },
      target: null,
      progress: null,
      sources: [
        { code: 'results-2023', title: 'Results of project “Reintegrate II” for 2023 year', language: 'en' },
      ],
      revision: 1,
      dataVersion: 1,
    });
  }
});

it('tells the five figures of Novi Pazar with what is open and what is not exact', async () => {
  const { city } = await query(
    database.pool,
    `{ city(code: "novi-pazar") { figures(project: "reintegration-ii") {
      indicator { code } value qualifier period { start end isOpen sinceProjectStart }
      target { kind value qualifier period { start end } } progress sources { code } place { code }
    } } }`,
  );
  const from2023 = { start: '2023', end: null, isOpen: true, sinceProjectStart: false };
  const sinceStart = { start: null, end: null, isOpen: true, sinceProjectStart: true };
  const figure = (code: string, value: string, period: object, more: object = {}) => ({
    indicator: { code },
    value,
    qualifier: 'EXACT',
    period,
    target: null,
    progress: null,
    sources: [{ code: 'study-visit-novi-pazar' }],
    place: { code: 'novi-pazar' },
    ...more,
  });
  const target = {
    kind: 'TARGET',
    value: '40',
    qualifier: 'MORE_THAN',
    period: { start: null, end: '2025-04' },
  };
  expect(city.figures).toEqual([
    figure('beneficiaries-employed-by-subsidy', '22', from2023, { target, progress: '0.55' }),
    figure('employers-subsidised', '11', from2023),
    figure('families-supported-raspberry', '12', from2023),
    figure('good-neighbor-club-participants', '250', sinceStart, { qualifier: 'MORE_THAN' }),
    figure('good-neighbor-club-workshops', '132', sinceStart),
  ]);
});

it('tells a citation that leads back to the source and to the state of the data', async () => {
  const { project } = await query(
    database.pool,
    `{ project(code: "reintegration-ii") { figures(indicators: ["workshops-held"]) {
      asOf en: citation(locale: EN) latin: citation(locale: SR_LATN) cyrillic: citation(locale: SR_CYRL)
    } } }`,
  );
  const [{ asOf, en, latin, cyrillic }] = project.figures;
  const source =
    'Results of project “Reintegrate II” for 2023 year. Reintegration II project website (reintegracija.net).';
  expect(en).toBe(
    'Reintegration II – further support for the sustainable (re)integration of returnees in Serbia: ' +
      `Workshops held, 2023: 590. Source: ${source} Revision 1, data version 1, as of ${asOf}.`,
  );
  expect(latin).toContain(
    `Održane radionice, 2023.: 590. Izvor: ${source} Revizija 1, verzija podataka 1, stanje ${asOf}.`,
  );
  expect(cyrillic).toContain(
    `Одржане радионице, 2023.: 590. Извор: ${source} Ревизија 1, верзија података 1, стање ${asOf}.`,
  );
});

it('tells no figure for a district as the sum of its cities', async () => {
  const { district } = await query(database.pool, '{ district(code: "raski") { figures { value } } }');
  expect(district.figures).toEqual([]);
});
