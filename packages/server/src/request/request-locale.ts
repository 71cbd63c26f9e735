import { type Locale, negotiateLocale } from '@reintegration/schema';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** The language that a request asks for by its `Accept-Language`. */
export function localeOfRequest({ headers }: Pick<FastifyRequest, 'headers'>): Locale {
  return negotiateLocale(new Negotiator({ headers }).languages());
}
