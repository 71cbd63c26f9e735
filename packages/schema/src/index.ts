export { type Context, createContext, type Seen, type Viewer } from './context.ts';
export { MigrationError, type MigrationReport, migrate } from './database/migrate.ts';
export { createReader, type Reader, type Statement } from './database/reader.ts';
export { bundledDatasets } from './dataset/bundled-datasets.ts';
export { type EntryName, type LoadReport, loadDataset } from './dataset/load-dataset.ts';
export { DatasetError, type DatasetProblem } from './dataset/problem.ts';
export { readDataset } from './dataset/read-dataset.ts';
export { ApiError, ERROR_CODES, type ErrorCode } from './error.ts';
export { type Locale, localeTag, negotiateLocale } from './locale/locale.ts';
export { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, parsePageSize, requireListSize } from './paging/page-size.ts';
export {
  type Edition,
  NO_EDITION,
  PUBLICATION_CHANNEL,
  READ_NEWEST_EDITION,
} from './publication/edition.ts';
export { editionUsedBy, readDataVersion } from './publication/store.ts';
export { printContract, schema } from './schema.ts';
