import type { Sum } from './cells.ts';

/** What least squares says of each value, and how sure it is. */
export type Adjusted = { readonly values: Float64Array; readonly variances: Float64Array };

/** Keeps equations that say the same twice from dividing by nothing. */
const RIDGE = 1e-7;

/**
 * The best linear estimate of all values that fulfils the sums: y − V·Cᵀ·(C·V·Cᵀ)⁻¹·C·y, with the variances that are
 * left.
 */
export function adjust(
  observed: readonly number[],
  variances: readonly number[],
  sums: readonly Sum[],
): Adjusted {
  const rows = sums.map(
    ({ parent, parts }) => new Map([[parent, 1], ...parts.map((part): [number, number] => [part, -1])]),
  );
  const touching: number[][] = observed.map(() => []);
  for (const [row, terms] of rows.entries()) for (const index of terms.keys()) touching[index]?.push(row);

  const size = rows.length;
  const matrix = new Float64Array(size * size);
  const residuals = new Float64Array(size);
  for (const [row, terms] of rows.entries()) {
    for (const [index, sign] of terms) {
      residuals[row] = (residuals[row] ?? 0) + sign * (observed[index] ?? 0);
      for (const other of touching[index] ?? []) {
        const product = sign * (rows[other]?.get(index) ?? 0) * (variances[index] ?? 0);
        matrix[row * size + other] = (matrix[row * size + other] ?? 0) + product;
      }
    }
    matrix[row * size + row] = (matrix[row * size + row] ?? 0) + RIDGE;
  }
  const inverse = invert(matrix, size);
  const gains = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let gain = 0;
    for (let column = 0; column < size; column += 1)
      gain += at(inverse, row * size + column) * at(residuals, column);
    gains[row] = gain;
  }
  return {
    values: Float64Array.from(observed, (value, index) => {
      const shift = (touching[index] ?? []).reduce(
        (sum, row) => sum + (rows[row]?.get(index) ?? 0) * at(gains, row),
        0,
      );
      return value - (variances[index] ?? 0) * shift;
    }),
    variances: Float64Array.from(variances, (variance, index) => {
      let reduction = 0;
      for (const one of touching[index] ?? [])
        for (const other of touching[index] ?? [])
          reduction +=
            (rows[one]?.get(index) ?? 0) * (rows[other]?.get(index) ?? 0) * at(inverse, one * size + other);
      return Math.max(variance - variance * variance * reduction, 0);
    }),
  };
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0;
}

/** The inverse of a symmetric, positive matrix, by Cholesky's decomposition. */
function invert(matrix: Float64Array, size: number): Float64Array {
  const lower = decompose(matrix, size);
  // The inverse of the lower triangle, column by column.
  const half = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    half[column * size + column] = 1 / at(lower, column * size + column);
    for (let row = column + 1; row < size; row += 1) {
      let sum = 0;
      for (let k = column; k < row; k += 1) sum -= at(lower, row * size + k) * at(half, column * size + k);
      half[column * size + row] = sum / at(lower, row * size + row);
    }
  }
  const inverse = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let k = row; k < size; k += 1) sum += at(half, row * size + k) * at(half, column * size + k);
      inverse[row * size + column] = sum;
      inverse[column * size + row] = sum;
    }
  }
  return inverse;
}

function decompose(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(matrix, row * size + column);
      for (let k = 0; k < column; k += 1) sum -= at(lower, row * size + k) * at(lower, column * size + k);
      lower[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, RIDGE)) : sum / at(lower, column * size + column);
    }
  }
  return lower;
}
