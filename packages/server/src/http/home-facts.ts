import { createContext, type Locale, type Reader, schema } from '@reintegration/schema';
import { graphql } from 'graphql';
import * as z from 'zod';
import type { HomeFacts } from './home-page.ts';
import { homeTexts } from './home-page-texts.ts';

/** How many figures the home page shows. */
const HIGHLIGHTS = 8;

// The page is one more reader of the contract: it asks as everybody does.
const QUESTION = /* GraphQL */ `
  query HomePage {
    projects(first: 1) {
      totalCount
      nodes {
        figures {
          value
          qualifier
          asOf
          indicator { name }
          place { __typename }
          period { label }
          sources { title language }
          note
        }
      }
    }
    measurements(first: 1, filter: { kind: ACTUAL }) { totalCount }
    sources(first: 1) { totalCount }
    indicators(first: 1) { totalCount }
    cities(first: 1) { totalCount }
    dataVersion
  }
`;

const total = z.object({ totalCount: z.number() });

const answer = z.object({
  projects: total.extend({
    nodes: z.array(
      z.object({
        figures: z.array(
          z.object({
            value: z.string(),
            qualifier: z.enum(['EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT']),
            asOf: z.string(),
            indicator: z.object({ name: z.string() }),
            place: z.object({ __typename: z.string() }),
            period: z.object({ label: z.string() }),
            sources: z.array(z.object({ title: z.string(), language: z.string() })),
            note: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
  measurements: total,
  sources: total,
  indicators: total,
  cities: total,
  dataVersion: z.number(),
});

/** Reads what the home page tells. */
export async function readHomeFacts(
  reader: Reader,
  locale: Locale,
): Promise<Omit<HomeFacts, 'version' | 'origin'>> {
  const contextValue = createContext({ reader, locale });
  const { data, errors } = await graphql({ schema, source: QUESTION, contextValue });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  const { projects, measurements, sources, indicators, cities, dataVersion } = answer.parse(data);
  const figures = projects.nodes.flatMap((project) => project.figures);
  // A city's figure beside the project's would be read as one more of the same.
  const ofWholeProject = figures.filter(({ place }) => place.__typename === 'Project');
  return {
    locale,
    projects: projects.totalCount,
    figures: measurements.totalCount,
    sources: sources.totalCount,
    indicators: indicators.totalCount,
    cities: cities.totalCount,
    dataVersion,
    publishedAt: figures[0]?.asOf ?? null,
    figureHighlights: ofWholeProject
      .slice(0, HIGHLIGHTS)
      .map(({ qualifier, indicator, period, ...rest }) => ({
        ...rest,
        qualifierText: homeTexts[locale].qualifiers[qualifier],
        name: indicator.name,
        period: period.label,
      })),
  };
}
