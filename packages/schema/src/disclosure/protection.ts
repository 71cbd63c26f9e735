import { CHILDREN_BAND } from './age-band.ts';
import type { KeyMaker } from './cell-key.ts';
import {
  CHILDREN_LAW,
  createPerturbation,
  GENERAL_LAW,
  type NoiseLaw,
  type Perturb,
} from './perturbation-table.ts';
import type { RawCell } from './tabulation.ts';

const solved = new Map<NoiseLaw, Perturb>();

/** The law's table, solved when it is first needed. */
function perturbationOf(law: NoiseLaw): Perturb {
  const perturb = solved.get(law) ?? createPerturbation(law);
  solved.set(law, perturb);
  return perturb;
}

/** What is published of a cell. */
export function protect({ name, count, keySum }: RawCell, keys: KeyMaker): number {
  const law = name.AGE_BAND === CHILDREN_BAND ? CHILDREN_LAW : GENERAL_LAW;
  return perturbationOf(law)(count, keys.cellKey(keySum));
}
