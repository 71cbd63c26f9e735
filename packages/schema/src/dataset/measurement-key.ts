import { type Period, parsePeriod } from './period.ts';

/** What makes one measurement different from another; its value, note and sources do not. */
export interface MeasurementIdentity {
  readonly indicator: string;
  readonly kind: string;
  /** In the notation of {@link parsePeriod}, or parsed. */
  readonly period: string | Period;
  /** Absent: the whole project. */
  readonly place?: { readonly city: string } | { readonly district: string } | undefined;
  readonly disaggregation?: Readonly<Record<string, string>> | undefined;
}

/**
 * The stable, readable key of a measurement: project, indicator, kind, place, period and, when there is one,
 * disaggregation. Two dots stand between the ends of a period, so that slashes only ever separate the parts.
 *
 * @example
 * measurementKey({ indicator: 'grants', kind: 'ACTUAL', period: '2023' }, 'reintegration-ii');
 * // 'reintegration-ii/grants/actual/project/2023'
 * measurementKey({ indicator: 'jobs', kind: 'TARGET', period: '../2025-04', place: { city: 'pirot' } }, 'x');
 * // 'x/jobs/target/city:pirot/..2025-04'
 */
export function measurementKey(entry: MeasurementIdentity, projectCode: string): string {
  const parts = [
    projectCode,
    entry.indicator,
    entry.kind.toLowerCase(),
    placePart(entry),
    periodPart(entry.period),
  ];
  const categories = Object.entries(entry.disaggregation ?? {}).map(
    ([dimension, category]) => `${dimension}=${category}`,
  );
  if (categories.length > 0) parts.push(categories.sort().join(','));
  return parts.join('/');
}

function placePart({ place }: MeasurementIdentity): string {
  if (place === undefined) return 'project';
  return 'city' in place ? `city:${place.city}` : `district:${place.district}`;
}

function periodPart(period: string | Period): string {
  const { start, end, sinceProjectStart } = typeof period === 'string' ? parsePeriod(period) : period;
  if (start !== null && start === end) return start;
  return `${sinceProjectStart ? 'project-start' : (start ?? '')}..${end ?? ''}`;
}
