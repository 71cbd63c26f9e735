import { checkCycles, checkReferences } from './check-references.ts';
import { checkCounts, checkMeasurementKeys, checkOpenCalls, checkOrder } from './check-rules.ts';
import { checkShape, ONCE } from './check-shape.ts';
import { checkUniqueness } from './check-uniqueness.ts';
import { filesDigest, keepDigest, readFolder, readMeans } from './folder.ts';
import { type Dataset, datasetContent, datasetKinds, fileOf } from './model.ts';
import { parseFiles } from './parse-files.ts';
import { DatasetError, type DatasetProblem } from './problem.ts';
import { fieldOf } from './select.ts';

const fileNames = datasetKinds.map(fileOf);

/** Reads a dataset, as `on-demand.ts` says. */
export async function readDataset(directory: string): Promise<Dataset> {
  const folder = await readFolder(directory);
  if (typeof folder === 'string') {
    const expected = 'a folder with the files of a dataset';
    throw new DatasetError([{ file: directory, path: '', found: folder, expected }]);
  }
  const { files, problems } = parseFiles(folder);
  const content = Object.fromEntries([...files].map(([kind, file]) => [kind, fieldOf(file, kind)]));
  const ofShape = checkShape(files);
  const faulty = new Set(ofShape.map(placeOf));
  const ofMeaning = [
    ...checkUniqueness(content),
    ...checkReferences(content),
    ...checkCycles(content),
    ...checkOrder(content),
    ...checkOpenCalls(content),
    ...checkMeasurementKeys(content),
    ...checkCounts(content),
  ].filter((problem) => !faulty.has(placeOf(problem)));
  problems.push(...ofShape, ...ofMeaning);
  if (problems.length > 0) throw new DatasetError(problems.sort(byFile));
  const parsed = datasetContent.parse(content, ONCE);
  const dataset = { code: parsed.project.code, ...parsed };
  keepDigest(dataset, filesDigest(folder, await readMeans()));
  return dataset;
}

function placeOf({ file, path }: DatasetProblem): string {
  return `${file}: ${path}`;
}

function byFile(a: DatasetProblem, b: DatasetProblem): number {
  return rank(a) - rank(b);
}

function rank({ file }: DatasetProblem): number {
  const index = fileNames.indexOf(file);
  return index === -1 ? fileNames.length : index;
}
