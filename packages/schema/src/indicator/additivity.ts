/** A dimension along which the values of an indicator may be added. */
export type AdditiveDimension = 'PLACE' | 'PERIOD' | 'DISAGGREGATION';
