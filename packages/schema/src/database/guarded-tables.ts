/** Tables with row-level security, which the unprivileged role alone reads and writes, for one viewer at a time. */
export const GUARDED_TABLES = [
  'audit_entry',
  'audit_head',
  'beneficiary',
  'idempotency_record',
  'idempotency_subject',
  'statistics_secret',
  'support',
] as const;
