/** What a caller is, from the one who may the least to the one who may the most. */
export type ViewerRole = 'PUBLIC' | 'MEMBER' | 'PARTNER' | 'STEWARD' | 'OPERATOR';

/** Who asks. */
export type Viewer =
  | { readonly role: 'PUBLIC' }
  | {
      /** OPERATOR is the command line; no request is ever one. */
      readonly role: 'MEMBER' | 'PARTNER' | 'STEWARD' | 'OPERATOR';
      /** Names the caller in the audit log, and scopes idempotency keys. */
      readonly caller: string;
      /** Null for OPERATOR only. */
      readonly organizationId: number | null;
      readonly projectIds: readonly number[];
      /** Cities that a PARTNER may work in. Not looked at for others. */
      readonly cityIds: readonly number[];
      /** The last day of the key that was shown; absent for one without an end, and for whoever signed in. */
      readonly keyExpiresOn?: string;
    };

/** The command line, which sees and writes everything. */
export const OPERATOR: Viewer = {
  role: 'OPERATOR',
  caller: 'operator',
  organizationId: null,
  projectIds: [],
  cityIds: [],
};

/** The settings that tell the database who asks. Empty means nothing, and nothing sees no row. */
export function settingsOf(viewer: Viewer): Readonly<Record<string, string>> {
  const known = viewer.role === 'PUBLIC' ? null : viewer;
  return {
    'app.viewer_role': viewer.role,
    'app.caller': known?.caller ?? '',
    'app.organization_id': String(known?.organizationId ?? ''),
    'app.project_ids': `{${known?.projectIds.join() ?? ''}}`,
    'app.city_ids': `{${known?.cityIds.join() ?? ''}}`,
    'app.key_hash': '',
  };
}
