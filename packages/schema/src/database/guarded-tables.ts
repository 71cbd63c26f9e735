/**
 * Tables with row-level security, which the unprivileged role alone reads and writes, for one viewer at a time. Each
 * with what tells the probe in it: rows that {@link probeRows} makes, and that no stranger may find.
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

/** Ids of what the probe belongs to. */
export type Scope = { readonly project: number; readonly city: number; readonly organization: number };

/** Makes the probe, as OPERATOR and caller `probe`. */
export const probeRows = ({ project, city, organization }: Scope): readonly string[] => [
  `INSERT INTO idempotency_record (caller, key, digest) VALUES ('probe', 'probe', '')`,
  `INSERT INTO beneficiary (id, project_id, city_id, enrolled_by_id, kind, category, enrolled_in)
   VALUES ('ffffffff-ffff-4fff-8fff-ffffffffffff', ${project}, ${city}, ${organization}, 'HOUSEHOLD', 'RETURNEE',
     '2000-01')`,
  `INSERT INTO support (beneficiary_id, organization_id, component_code, type, starts_on)
   SELECT id, enrolled_by_id, 'ECONOMIC', 'COUNSELLING', '2000' FROM beneficiary
   WHERE id = 'ffffffff-ffff-4fff-8fff-ffffffffffff'`,
  `INSERT INTO api_key (id, family_id, slot, hash, role, project_ids, city_ids, organization_id)
   VALUES ('ffffffff-ffff-4fff-8fff-ffffffffffff', gen_random_uuid(), 1, repeat('f', 64), 'PARTNER',
     ARRAY[${project}], ARRAY[${city}], ${organization})`,
  `INSERT INTO statistics_secret VALUES (${project}, decode(repeat('ff', 32), 'hex')) ON CONFLICT DO NOTHING`,
];
