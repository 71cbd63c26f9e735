import pg from 'pg';
import { listen, readJson } from '../listen.ts';
import { POOL_SIZE, servePeer } from '../serve-peer.ts';

// What someone would write who needs these five answers and nothing else.

const FIGURES = `
  SELECT trim_scale(r.value)::text AS value, r.qualifier, r.revision, m.period_start, m.period_end,
         i.code, i.name ->> 'en' AS name, i.unit, s.sources
  FROM measurement m
  JOIN indicator i ON i.id = m.indicator_id
  JOIN LATERAL (
    SELECT * FROM measurement_revision r
    WHERE r.measurement_id = m.id AND r.status <> 'PRELIMINARY' ORDER BY r.revision DESC LIMIT 1
  ) r ON r.status = 'PUBLISHED'
  JOIN LATERAL (
    SELECT json_agg(json_build_object('code', s.code, 'title', s.title) ORDER BY rs.position) AS sources
    FROM measurement_revision_source rs JOIN source s ON s.id = rs.source_id
    WHERE rs.measurement_id = r.measurement_id AND rs.revision = r.revision
  ) s ON true
  WHERE m.project_id = $1 AND m.kind = 'ACTUAL' AND m.disaggregation = '{}' AND i.component_code = 'ECONOMIC'
    AND m.period_start = '2024' AND m.period_end = '2024'
  ORDER BY i.code`;

const YEARS = `
  SELECT trim_scale(r.value)::text AS value, m.period_start, c.code
  FROM measurement m
  JOIN indicator i ON i.id = m.indicator_id
  JOIN city c ON c.id = m.city_id
  JOIN LATERAL (
    SELECT * FROM measurement_revision r
    WHERE r.measurement_id = m.id AND r.status <> 'PRELIMINARY' ORDER BY r.revision DESC LIMIT 1
  ) r ON r.status = 'PUBLISHED'
  WHERE m.project_id = $1 AND m.kind = 'ACTUAL' AND m.disaggregation = '{}' AND i.code = 'synthetic-indicator-13'
  ORDER BY c.code, m.key`;

const related = (join: string, columns: string, order: string) => `
  SELECT x.project_id, ${columns} FROM ${join} WHERE x.project_id = any($1) ORDER BY ${order}`;
const DISTRICTS = related(
  'project_district x JOIN district d ON d.id = x.district_id',
  `d.code, d.name ->> 'en' AS name`,
  'd.code',
);
const CITIES = related(
  'project_city x JOIN city c ON c.id = x.city_id',
  `c.code, c.name ->> 'en' AS name`,
  'c.code',
);
const PARTICIPATIONS = related(
  'participation x JOIN organization o ON o.id = x.organization_id',
  `x.role, o.code, o.name ->> 'en' AS name`,
  'x.position, x.id',
);

const ACTIVITIES = `
  SELECT a.code, a.title ->> 'en' AS title, a.type, a.held_on, p.code AS project, p.title ->> 'en' AS project_title, s.sources
  FROM (
    SELECT * FROM activity
    WHERE city_id = (SELECT id FROM city WHERE code = $1) AND type = 'WORKSHOP' ORDER BY code LIMIT 50
  ) a
  JOIN project p ON p.id = a.project_id
  JOIN LATERAL (
    SELECT json_agg(json_build_object('code', s.code, 'title', s.title) ORDER BY x.position) AS sources
    FROM activity_source x JOIN source s ON s.id = x.source_id WHERE x.activity_id = a.id
  ) s ON true
  ORDER BY a.code`;
const COUNT = `
  SELECT count(*)::int AS total FROM activity
  WHERE city_id = (SELECT id FROM city WHERE code = $1) AND type = 'WORKSHOP'`;

type Row = Record<string, unknown>;

servePeer(async ({ databaseUrl }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  const ask = async (name: string, text: string, values: readonly unknown[]): Promise<readonly Row[]> =>
    (await pool.query<Row>({ name, text, values: [...values] })).rows;
  const projectOf = async (code: unknown) =>
    (
      await ask('project', `SELECT id, code, title ->> 'en' AS title FROM project WHERE code = $1`, [code])
    )[0];

  const answers: Record<string, (variables: Row) => Promise<unknown>> = {
    Typename: async () => ({ __typename: 'Query' }),
    Figures: async ({ project: asked }) => {
      const project = await projectOf(asked);
      const rows = await ask('figures', FIGURES, [project?.id]);
      const figures = rows.map(
        ({ value, qualifier, revision, period_start, period_end, code, name, unit, sources }) => ({
          value,
          qualifier,
          revision,
          period: { start: period_start, end: period_end },
          indicator: { code, name, unit },
          sources,
        }),
      );
      return { project: { code: project?.code, title: project?.title, figures } };
    },
    Projects: async () => {
      const projects = await ask(
        'projects',
        `SELECT id, code, title ->> 'en' AS title FROM project ORDER BY code LIMIT 20`,
        [],
      );
      const ids = [projects.map(({ id }) => id)];
      const [districts = [], cities = [], participations = []] = await Promise.all([
        ask('districts', DISTRICTS, ids),
        ask('cities', CITIES, ids),
        ask('participations', PARTICIPATIONS, ids),
      ]);
      const of = (rows: readonly Row[], id: unknown) => rows.filter((row) => row.project_id === id);
      const nodes = projects.map(({ id, code, title }) => ({
        code,
        title,
        districts: of(districts, id).map((row) => ({ code: row.code, name: row.name })),
        cities: of(cities, id).map((row) => ({ code: row.code, name: row.name })),
        participations: of(participations, id).map((row) => ({
          role: row.role,
          organization: { code: row.code, name: row.name },
        })),
      }));
      return { projects: { nodes } };
    },
    Activities: async ({ city }) => {
      const [rows, counted] = await Promise.all([
        ask('activities', ACTIVITIES, [city]),
        ask('count', COUNT, [city]),
      ]);
      const nodes = rows.map(({ code, title, type, held_on, project, project_title, sources }) => ({
        code,
        title,
        type,
        heldOn: held_on,
        project: { code: project, title: project_title },
        sources,
      }));
      return { activities: { totalCount: counted[0]?.total, nodes } };
    },
    Years: async ({ project: asked }) => {
      const project = await projectOf(asked);
      const rows = await ask('years', YEARS, [project?.id]);
      const figures = rows.map(({ value, period_start, code }) => ({
        value,
        period: { start: period_start },
        place: { code },
      }));
      return { project: { code: project?.code, figures } };
    },
  };

  return listen(async (request, response) => {
    const { operationName, variables } = await readJson<{ operationName: string; variables: Row }>(request);
    const body = JSON.stringify({ data: await answers[operationName]?.(variables) });
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
});
