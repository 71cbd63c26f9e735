import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';

const database = await createTestDatabase('loaded');
afterAll(() => database.drop());

// Written by hand from the reference lists. ISO and NUTS numbers differ on purpose: neither follows from the other.
const districts = `
grad-beograd | RS-00 | RS110 | Grad Beograd      | Град Београд      | City of Belgrade   |
moravicki    | RS-17 | RS214 | Moravički okrug   | Моравички округ   | Moravica District  | 43.816 20.31
pirotski     | RS-22 | RS226 | Pirotski okrug    | Пиротски округ    | Pirot District     | 43.14 22.592
rasinski     | RS-19 | RS216 | Rasinski okrug    | Расински округ    | Rasina District    | 43.517 21.158
raski        | RS-18 | RS217 | Raški okrug       | Рашки округ       | Raška District     | 43.367 20.556
sumadijski   | RS-12 | RS218 | Šumadijski okrug  | Шумадијски округ  | Šumadija District  | 44.123 20.773
zlatiborski  | RS-16 | RS211 | Zlatiborski okrug | Златиборски округ | Zlatibor District  | 43.651 19.76
`;
const cities = `
aleksandrovac  | 70017 | rasinski     | Aleksandrovac  | Александровац  | 793142  | 43.45861 21.0525
babusnica      | 70050 | pirotski     | Babušnica      | Бабушница      |         | 43.068 22.4115
bela-palanka   | 70084 | pirotski     | Bela Palanka   | Бела Паланка   | 792784  | 43.21833 22.31111
beograd        |       | grad-beograd | Beograd        | Београд        | 792680  | 44.80401 20.46513
brus           | 70343 | rasinski     | Brus           | Брус           |         | 43.3836 21.0336
cicevac        | 71196 | rasinski     | Ćićevac        | Ћићевац        | 791936  | 43.71882 21.44085
dimitrovgrad   | 70505 | pirotski     | Dimitrovgrad   | Димитровград   | 791487  | 43.01417 22.77556
ivanjica       | 70564 | moravicki    | Ivanjica       | Ивањица        | 789988  | 43.58028 20.23111
kragujevac     | 70645 | sumadijski   | Kragujevac     | Крагујевац     | 789128  | 44.01667 20.91667
kraljevo       | 70653 | raski        | Kraljevo       | Краљево        | 789107  | 43.72583 20.68944
krusevac       | 70670 | rasinski     | Kruševac       | Крушевац       | 788975  | 43.58 21.33389
novi-pazar     | 70874 | raski        | Novi Pazar     | Нови Пазар     | 787595  | 43.13667 20.51222
pirot          | 70939 | pirotski     | Pirot          | Пирот          | 787050  | 43.15306 22.58611
raska          | 71021 | raski        | Raška          | Рашка          | 793790  | 43.28722 20.61528
sjenica        | 71072 | zlatiborski  | Sjenica        | Сјеница        | 3190776 | 43.27306 19.99944
trstenik       | 71170 | rasinski     | Trstenik       | Трстеник       | 784873  | 43.61694 21.0025
tutin          | 71188 | raski        | Tutin          | Тутин          | 784800  | 42.99028 20.33139
varvarin       | 70378 | rasinski     | Varvarin       | Варварин       | 784704  | 43.72397 21.3624
vrnjacka-banja | 70459 | raski        | Vrnjačka Banja | Врњачка Бања   | 784141  | 43.62725 20.89634
`;

type Point = { readonly latitude: number; readonly longitude: number } | null;

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
const pointText = (point: Point) => (point ? `${point.latitude} ${point.longitude}` : '');

it('tells the districts with their ISO and NUTS codes and their names', async () => {
  const told = await query(
    database.pool,
    `{ districts { code iso3166 nuts3 latin: name(locale: SR_LATN) cyrillic: name(locale: SR_CYRL) en: name(locale: EN)
       point { latitude longitude } } }`,
  );
  const rows = told.districts.map(({ point, ...texts }: { point: Point }) => [
    ...Object.values(texts),
    pointText(point),
  ]);
  expect(rows).toEqual(rowsOf(districts));
});

it('tells the cities with their registry numbers, districts and points', async () => {
  const told = await query(
    database.pool,
    `{ cities(first: 50) { totalCount nodes {
       code registryNumber district { code } latin: name(locale: SR_LATN) cyrillic: name(locale: SR_CYRL) geonamesId
       point { latitude longitude }
    } } }`,
  );
  const rows = told.cities.nodes.map(
    (city: Record<string, unknown> & { district: { code: string }; point: Point }) =>
      [
        city.code,
        city.registryNumber,
        city.district.code,
        city.latin,
        city.cyrillic,
        city.geonamesId,
        pointText(city.point),
      ].map((cell) => String(cell ?? '')),
  );
  expect(rows).toEqual(rowsOf(cities));
  expect(told.cities.totalCount).toBe(19);
});

it('tells no number, where none could be confirmed', async () => {
  const { beograd, brus } = await query(
    database.pool,
    '{ beograd: city(code: "beograd") { registryNumber name(locale: EN) district { point { latitude } } } brus: city(code: "brus") { geonamesId } }',
  );
  expect(beograd).toEqual({ registryNumber: null, name: 'Belgrade', district: { point: null } });
  expect(brus).toEqual({ geonamesId: null });
});

it('lists the cities of each district', async () => {
  const told = await query(database.pool, '{ districts { code cities { code } } }');
  const expected = rowsOf(districts).map(([code]) => ({
    code,
    cities: rowsOf(cities)
      .filter(([, , district]) => district === code)
      .map(([city]) => ({ code: city })),
  }));
  expect(told.districts).toEqual(expected);
});
