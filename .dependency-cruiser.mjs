import { boundaries } from './testing/house/boundaries.ts';

export default boundaries;
