const key = ({
  slot = '1',
  hash = `repeat('0', 64)`,
  role = 'PARTNER',
  projects = '{1}',
  cities = '{1}',
  revokedAt = 'NULL',
} = {}) =>
  `INSERT INTO api_key (family_id, slot, hash, role, organization_id, project_ids, city_ids, revoked_at)
   VALUES (gen_random_uuid(), ${slot}, ${hash}, '${role}', 1, '${projects}', '${cities}', ${revokedAt})`;
const contact = (kind: string, value: string) =>
  `INSERT INTO organization_contact (organization_id, kind, value) VALUES (1, '${kind}', '${value}')`;
const kept = (answer: string) =>
  `INSERT INTO idempotency_record (caller, key, digest, answer) VALUES ('test', 'a', '', '${answer}')`;

/** What no key, contact or kept answer may say, each with what it may say instead. */
export const KEY_RULES: readonly (readonly [what: string, bad: string, good: string])[] = [
  ['a third key of a family', key({ slot: '3' }), key({ slot: '2' })],
  ['a key for itself instead of its hash', key({ hash: `'rk_a'` }), key()],
  ['a key for no known project', key({ projects: '{NULL}' }), key()],
  ['a key for no known city', key({ cities: '{NULL}' }), key()],
  [
    'a revoked key that holds its place',
    key({ revokedAt: 'now()' }),
    key({ slot: 'NULL', revokedAt: 'now()' }),
  ],
  ['a partner without a project', key({ projects: '{}' }), key()],
  ['a partner without a city', key({ cities: '{}' }), key()],
  ['a steward of cities', key({ role: 'STEWARD' }), key({ role: 'STEWARD', cities: '{}' })],
  ['half an address', contact('EMAIL', 'office'), contact('EMAIL', 'office@example.org')],
  ['a number without its country', contact('PHONE', '011123456'), contact('PHONE', '+38111123456')],
  ['a page that is a script', contact('WEB', 'javascript:alert(1)'), contact('WEB', 'https://example.org')],
  [
    'a kept answer that tells a key',
    kept('{"secret":"rk_000000000000000000000000_0RFTvn"}'),
    kept('{"secret":null}'),
  ],
];
