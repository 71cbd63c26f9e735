import { builder } from '../builder.ts';
import { tellOnce } from '../idempotency/told-once.ts';
import { Refusal } from '../refusal/refusal.ts';
import { refuseUnknownWriter } from '../refusal/require-writer.ts';
import { InputRefused } from '../refusal/type.ts';
import { issueKey, revokeKey, rotateKey } from './issuing.ts';
import type { ApiKeyRow, IssuedKey } from './store.ts';
import { ApiKey, KeyRole } from './type.ts';

const ApiKeyIssued = builder.objectRef<IssuedKey>('ApiKeyIssued').implement({
  extensions: { scope: 'STEWARD' },
  description: 'A new key.',
  fields: (t) => ({
    apiKey: t.field({ type: ApiKey, description: 'The key as it is kept.', resolve: ({ row }) => row }),
    secret: t.string({
      nullable: true,
      description:
        'The key itself, told this once: it is kept nowhere. Null when the answer is given again for the same `Idempotency-Key`; issue another then, and revoke this one.',
      resolve: ({ key }, _args, context, info) => tellOnce(context, info, key),
    }),
  }),
});

const ApiKeyRevoked = builder.objectRef<ApiKeyRow>('ApiKeyRevoked').implement({
  extensions: { scope: 'STEWARD' },
  description: 'The key is good for nothing any more, everywhere within two seconds.',
  fields: (t) => ({
    apiKey: t.field({ type: ApiKey, description: 'The key.', resolve: (row) => row }),
  }),
});

const IssueApiKeyPayload = builder.unionType('IssueApiKeyPayload', {
  description: 'What came of issuing a key.',
  types: [ApiKeyIssued, InputRefused],
  resolveType: (value) => (value instanceof Refusal ? InputRefused : ApiKeyIssued),
});

const RotateApiKeyPayload = builder.unionType('RotateApiKeyPayload', {
  description: 'What came of rotating a key.',
  types: [ApiKeyIssued, InputRefused],
  resolveType: (value) => (value instanceof Refusal ? InputRefused : ApiKeyIssued),
});

const RevokeApiKeyPayload = builder.unionType('RevokeApiKeyPayload', {
  description: 'What came of revoking a key.',
  types: [ApiKeyRevoked, InputRefused],
  resolveType: (value) => (value instanceof Refusal ? InputRefused : ApiKeyRevoked),
});

const EXPIRES_ON = 'The last day that the new key is good for, such as 2027-12-31.';

const IssueApiKeyInput = builder.inputType('IssueApiKeyInput', {
  description: 'What a new key is to be.',
  fields: (t) => ({
    role: t.field({ type: KeyRole, required: true, description: 'What it lets its holder be.' }),
    organization: t.string({ required: true, description: 'Code of the organization whose key it is.' }),
    projects: t.stringList({ required: true, description: 'Codes of projects among yours; at least one.' }),
    cities: t.stringList({ description: 'Codes of cities; at least one for a partner, none for others.' }),
    expiresOn: t.field({ type: 'PartialDate', description: `${EXPIRES_ON} Without it there is no end.` }),
  }),
});

const RotateApiKeyInput = builder.inputType('RotateApiKeyInput', {
  description: 'Which key is to get a second beside it.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The key. It goes on to be good until it is revoked.' }),
    expiresOn: t.field({ type: 'PartialDate', description: `${EXPIRES_ON} As the other key when left out.` }),
  }),
});

const RevokeApiKeyInput = builder.inputType('RevokeApiKeyInput', {
  description: 'Which key is to be good for nothing any more.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The key.' }) }),
});

builder.mutationFields((t) => ({
  issueApiKey: t.field({
    extensions: { scope: 'STEWARD', absent: refuseUnknownWriter },
    type: IssueApiKeyPayload,
    description: 'For stewards: issues a key for their projects. Nobody grants more than it has.',
    args: { input: t.arg({ type: IssueApiKeyInput, required: true, description: 'What it is to be.' }) },
    resolve: (_root, { input: { cities, expiresOn, ...input } }, context) =>
      issueKey(context, { ...input, cities: cities ?? [], expiresOn: expiresOn ?? null }),
  }),
  rotateApiKey: t.field({
    extensions: { scope: 'STEWARD', absent: refuseUnknownWriter },
    type: RotateApiKeyPayload,
    description:
      'For stewards: issues a second key with the same scope. Both are good until one is revoked; there is no third.',
    args: { input: t.arg({ type: RotateApiKeyInput, required: true, description: 'Which key.' }) },
    resolve: (_root, { input: { id, expiresOn } }, context) =>
      rotateKey(context, { id: String(id), expiresOn: expiresOn ?? null }),
  }),
  revokeApiKey: t.field({
    extensions: { scope: 'STEWARD', absent: refuseUnknownWriter },
    type: RevokeApiKeyPayload,
    description: 'For stewards: revokes a key, for ever.',
    args: { input: t.arg({ type: RevokeApiKeyInput, required: true, description: 'Which key.' }) },
    resolve: (_root, { input: { id } }, context) => revokeKey(context, String(id)),
  }),
}));
