import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Finds installed files, the same from the sources and from the built package. */
export const { resolve: resolveFile } = createRequire(import.meta.url);

/** The folder of this package: its migrations and models lie there. */
export const packageFolder = new URL('.', pathToFileURL(resolveFile('@reintegration/schema/package.json')));
