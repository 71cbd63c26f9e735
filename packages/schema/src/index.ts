export { describeKeys, type KeyDescription } from './api-key/describe-keys.ts';
export { issueKey, type KeyInput, type KeyIssuer, revokeKey, rotateKey } from './api-key/issuing.ts';
export { findKeyIn } from './api-key/key.ts';
export { type ApiKeyRow, findViewerByKey, type IssuedKey } from './api-key/store.ts';
export type { ChainHead } from './audit/chain.ts';
export { type AuditReport, verifyAudit } from './audit/verify.ts';
export { eraseBeneficiary } from './beneficiary/erasing.ts';
export { type Context, createContext, type Seen, type Viewer, type ViewerRole } from './context.ts';
export { FenceError } from './database/fence-error.ts';
export { proveFences } from './database/fences.ts';
export {
  findMissingMigrations,
  MigrationError,
  type MigrationReport,
  type MissingMigrations,
  migrate,
} from './database/migrate.ts';
export { createReader, type Reader, type Statement } from './database/reader.ts';
export { createRestricted, type Restricted, type TransactOptions } from './database/restricted.ts';
export { OPERATOR } from './database/viewer.ts';
export { bundledDatasets } from './dataset/bundled-datasets.ts';
export type { EntryName, LoadReport } from './dataset/entry.ts';
export { loadDataset } from './dataset/load-dataset.ts';
export type { Dataset } from './dataset/model.ts';
export { readDataset } from './dataset/on-demand.ts';
export { DatasetError, type DatasetProblem } from './dataset/problem.ts';
export { ApiError, ERROR_CODES, type ErrorCode } from './error.ts';
export { type Answered, answerOnce, type OnceRequest } from './idempotency/answer-once.ts';
export { type AnswerPath, toldOnceIn } from './idempotency/told-once.ts';
export { type Locale, localeTag, negotiateLocale } from './locale/locale.ts';
export { decodeCursor } from './paging/cursor.ts';
export { decodeGlobalId } from './paging/global-id.ts';
export { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, parsePageSize, requireListSize } from './paging/page-size.ts';
export {
  type Edition,
  NO_EDITION,
  PUBLICATION_CHANNEL,
  READ_NEWEST_EDITION,
} from './publication/edition.ts';
export { readDataVersion } from './publication/store.ts';
export { type Problem, Refusal } from './refusal/refusal.ts';
export { parseCode } from './scalar/code.ts';
export { printContract, schema } from './schema.ts';
export { createRelease, type ReleaseOutcome, type ReleaseRequest } from './statistics/release-store.ts';
export { listReleases, type ReleaseRow } from './statistics/store.ts';
export { makeSyntheticPeople, type SyntheticOutcome, type SyntheticPlan } from './synthetic/make-people.ts';
export { findViewerByGrant, type Grant } from './viewer/store.ts';
