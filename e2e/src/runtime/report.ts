/** The program that runs everywhere. It is handed over as text, so that it meets the packed SDK and nothing else. */
export const reportProgram = `
  import { createClient, isApiError } from '@reintegration/sdk';
  import { live } from '@reintegration/sdk/live';
  import { Cities, IndicatorSum, ProjectFigures } from '@reintegration/sdk/operations';

  export async function report(url) {
    const client = createClient({ url });
    const { project } = await client.run(ProjectFigures, {
      project: 'reintegration-ii', during: '2023', indicators: ['self-employment-grants'],
    });
    const { data, meta } = await client.run(Cities, { first: 1 }).withMeta();
    const cities = [];
    for await (const { code } of client.items(Cities, {}, { pageSize: 7 })) cities.push(code);
    const refused = await client
      .run(IndicatorSum, { project: 'reintegration-ii', indicator: 'newly-employed-beneficiaries', over: 'PLACE' })
      .catch((error) => error);
    const heard = [];
    const stopper = new AbortController();
    const onState = (state) => {
      heard.push(state);
      stopper.abort();
    };
    const figures = live(client, ProjectFigures, { project: 'reintegration-ii' }, { signal: stopper.signal, onState });
    for await (const answer of figures) heard.push(answer.project.code);
    return {
      runtime: globalThis.navigator?.userAgent ?? 'Node.js/' + process.versions.node,
      grants: project.figures.map(({ value }) => value),
      meta: [meta.status, meta.attempts, typeof meta.cacheState, meta.dataVersion === undefined],
      cities: [cities.length > 7, new Set(cities).size === data.cities.totalCount],
      heard,
      refused: [isApiError(refused, 'NOT_ADDITIVE'), isApiError(refused, 'TIMEOUT'), refused.path],
    };
  }
`;

/** What it reports, where everything works. */
export const reported = {
  grants: ['42'],
  meta: [200, 1, 'string', true],
  cities: [true, true],
  heard: ['reintegration-ii', 'streaming'],
  refused: [true, false, ['project', 'sum']],
};
