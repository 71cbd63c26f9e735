import { expect, it } from 'vitest';
import { send, useTestGateway } from '../../../../testing/gateway.ts';
import { addKey } from '../../../../testing/viewers.ts';

const REQUESTS = 600;
const AT_ONCE = 20;
const CITIES = ['pirot', 'novi-pazar', 'nis'] as const;

const ENROL = `mutation ($input: EnrolBeneficiaryInput!) { enrolBeneficiary(input: $input) { ... on BeneficiarySaved { beneficiary { id } } } }`;
const READ = '{ beneficiaries { totalCount nodes { id city { code } } } }';

it('keeps partners apart who ask at once, among the public and in one gateway', {
  timeout: 90_000,
}, async () => {
  const { url, database } = await useTestGateway();
  const { rows } = await database.pool.query<{ code: string }>('SELECT code FROM city ORDER BY code');
  const cities = CITIES.filter((city) => rows.some(({ code }) => code === city));
  expect(cities.length).toBeGreaterThan(1);
  const keys = await Promise.all(cities.map((city) => addKey(database.pool, { cities: [city] })));
  const ask = async (query: string, key: string | undefined, variables: object = {}) => {
    const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
    const { text } = await send(url, '/graphql', { headers, body: JSON.stringify({ query, variables }) });
    return JSON.parse(text).data;
  };
  for (const [index, city] of cities.entries()) {
    const beneficiary = { category: 'RETURNEE', city, enrolledIn: '2025-03' };
    const input = { project: 'reintegration-ii', beneficiary };
    for (let more = 0; more <= index; more += 1) await ask(ENROL, keys[index]?.key, { input });
  }
  const leaks: unknown[] = [];
  let left = REQUESTS;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const index = left % (cities.length + 1);
      const { beneficiaries } = await ask(READ, keys[index]?.key);
      const seen = beneficiaries.nodes.map((node: { city: { code: string } }) => node.city.code);
      const isOwn = seen.every((city: string) => city === cities[index]);
      const expected = index < cities.length ? index + 1 : 0;
      if (!isOwn || seen.length !== expected || beneficiaries.totalCount !== expected) leaks.push(seen);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(leaks).toEqual([]);
});
