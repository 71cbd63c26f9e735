/** Tables with row-level security, which the unprivileged role alone reads and writes, for one viewer at a time. */
export const GUARDED_TABLES = [
  'api_key',
  'audit_entry',
  'audit_head',
  'beneficiary',
  'idempotency_record',
  'idempotency_subject',
  'support',
] as const;
