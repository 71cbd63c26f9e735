/**
 * Tables with row-level security, which the unprivileged role alone reads and writes, for one viewer at a time. Each
 * with what tells the probe in it: rows that {@link PROBE_ROWS} make, and that no stranger may find.
 */
export const PROBES = {
  api_key: `id = 'ffffffff-ffff-4fff-8fff-ffffffffffff'`,
  audit_entry: `caller = 'probe'`,
  audit_head: 'true',
  beneficiary: `id = 'ffffffff-ffff-4fff-8fff-ffffffffffff'`,
  idempotency_record: `caller = 'probe'`,
  idempotency_subject: `caller = 'probe'`,
  statistics_secret: 'true',
  support: `beneficiary_id = 'ffffffff-ffff-4fff-8fff-ffffffffffff'`,
} as const;

/** A table with row-level security. */
export type GuardedTable = keyof typeof PROBES;

/** All tables with row-level security, by name. */
export const GUARDED_TABLES = Object.keys(PROBES) as readonly GuardedTable[];

/** Makes the probe, as OPERATOR and caller `probe`, for the project, city and organization $1, $2 and $3. */
export const PROBE_ROWS: readonly { readonly text: string; readonly takesScope: boolean }[] = [
  {
    text: `INSERT INTO idempotency_record (caller, key, digest) VALUES ('probe', 'probe', '')`,
    takesScope: false,
  },
  {
    text: `INSERT INTO beneficiary (id, project_id, city_id, enrolled_by_id, kind, category, enrolled_in)
      VALUES ('ffffffff-ffff-4fff-8fff-ffffffffffff', $1, $2, $3, 'HOUSEHOLD', 'RETURNEE', '2000-01')`,
    takesScope: true,
  },
  {
    text: `INSERT INTO support (beneficiary_id, organization_id, component_code, type, starts_on)
      SELECT id, enrolled_by_id, 'ECONOMIC', 'COUNSELLING', '2000' FROM beneficiary
      WHERE id = 'ffffffff-ffff-4fff-8fff-ffffffffffff'`,
    takesScope: false,
  },
  {
    text: `INSERT INTO api_key (id, family_id, slot, hash, role, project_ids, city_ids, organization_id)
      VALUES ('ffffffff-ffff-4fff-8fff-ffffffffffff', gen_random_uuid(), 1, repeat('f', 64), 'PARTNER',
        ARRAY[$1::integer], ARRAY[$2::integer], $3)`,
    takesScope: true,
  },
  {
    text: `INSERT INTO statistics_secret SELECT $1, decode(repeat('ff', 32), 'hex')
      WHERE ($2::integer, $3::integer) IS NOT NULL ON CONFLICT DO NOTHING`,
    takesScope: true,
  },
];
