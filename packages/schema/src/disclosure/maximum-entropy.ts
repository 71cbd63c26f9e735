/** What a distribution has to be: on these whole numbers, with this mean and, where it is fixed, this variance. */
export type Demand = {
  readonly support: readonly number[];
  readonly mean: number;
  /** Null leaves it to the greatest entropy. */
  readonly variance: number | null;
};

/** Rounds of Newton's method; some ten are enough for every row of the table. */
const MAX_ROUNDS = 200;
const TOLERANCE = 1e-12;

type Moments = {
  readonly probabilities: readonly number[];
  readonly logTotal: number;
  readonly first: number;
  readonly second: number;
  /** Covariances of the deviation with itself, with its square, and of the square with itself. */
  readonly covariances: readonly [number, number, number];
};

/** The distribution exp(a·x + b·x²), and its moments. */
function momentsOf(points: readonly number[], a: number, b: number): Moments {
  const exponents = points.map((x) => a * x + b * x * x);
  const greatest = Math.max(...exponents);
  const weights = exponents.map((exponent) => Math.exp(exponent - greatest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probabilities = weights.map((weight) => weight / total);
  const mean = (power: number) =>
    probabilities.reduce((sum, probability, index) => sum + probability * (points[index] ?? 0) ** power, 0);
  const [first, second, third, fourth] = [mean(1), mean(2), mean(3), mean(4)];
  const covariances = [second - first ** 2, third - first * second, fourth - second ** 2] as const;
  return { probabilities, logTotal: greatest + Math.log(total), first, second, covariances };
}

/**
 * The distribution that says no more than what is demanded: the one of greatest entropy. It is found as the lowest
 * point of its convex dual, by Newton's method with halved steps.
 *
 * @throws Error when no distribution meets the demand
 */
export function maximumEntropy({ support, mean, variance }: Demand): readonly number[] {
  // Deviations from the mean, scaled to about one, keep the equations well conditioned.
  const scale = Math.max(...support.map((value) => Math.abs(value - mean)), 1);
  const points = support.map((value) => (value - mean) / scale);
  const target = variance === null ? null : variance / scale ** 2;
  const height = ({ logTotal }: Moments, b: number) => logTotal - b * (target ?? 0);
  let [a, b] = [0, 0];
  let at = momentsOf(points, a, b);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (steepness(at, target) < TOLERANCE) return at.probabilities;
    const slope = [at.first, target === null ? 0 : at.second - target] as const;
    const [stepA, stepB] = newtonStep(at.covariances, slope, target !== null);
    let part = 1;
    let next = momentsOf(points, a - stepA, b - stepB);
    // Close to the goal the height is below what a double can tell; there the slope decides.
    const isWorse = () =>
      height(next, b - part * stepB) > height(at, b) && steepness(next, target) >= steepness(at, target);
    while (isWorse() && part > 1e-9) {
      part /= 2;
      next = momentsOf(points, a - part * stepA, b - part * stepB);
    }
    a -= part * stepA;
    b -= part * stepB;
    at = next;
  }
  throw new Error(
    `No distribution on ${support.join(', ')} has the mean ${mean} and the variance ${variance ?? 'left open'}.`,
  );
}

/** How far the moments are from the demand. */
function steepness({ first, second }: Moments, target: number | null): number {
  return Math.max(Math.abs(first), target === null ? 0 : Math.abs(second - target));
}

function newtonStep(
  [aa, ab, bb]: Moments['covariances'],
  [slopeA, slopeB]: readonly [number, number],
  both: boolean,
): readonly [number, number] {
  if (!both) return [slopeA / aa, 0];
  const determinant = aa * bb - ab * ab;
  return [(bb * slopeA - ab * slopeB) / determinant, (aa * slopeB - ab * slopeA) / determinant];
}
