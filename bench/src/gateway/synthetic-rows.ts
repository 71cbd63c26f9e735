import pg from 'pg';

/** Projects of a database; the other rows follow from them: 40 activities and 200 measurements each. */
export type Size = { readonly projects: number };

/** Districts, whatever the size. */
const DISTRICTS = 30;
/** Projects whose activities take place in one city: 1,000 activities. */
const PROJECTS_A_CITY = 25;
const ACTIVITIES_A_PROJECT = 40;
const SOURCES = 40;
/** Indicators of the whole project: six years of values, a target and a baseline each. */
const PROJECT_INDICATORS = 12;
/** The indicator that is told by city and year. */
const CITY_INDICATOR = PROJECT_INDICATORS + 1;
/** Cities that a project has values for, of eight years each. */
const CITIES_WITH_VALUES = 13;

/** How many cities have activities. */
export const busyCities = ({ projects }: Size) => Math.ceil(projects / PROJECTS_A_CITY);

const citiesOf = (size: Size) => Math.max(busyCities(size), 20);
const organizationsOf = ({ projects }: Size) => Math.ceil(projects * 0.4);

/** Rows of one kind, by their number. Each says by its code and its name that it was made up. */
const made = (kind: string, count: number, digits: number) => `(
  SELECT n, 'synthetic-${kind}-' || lpad(n::text, ${digits}, '0') AS code,
         jsonb_build_object('en', 'Synthetic ${kind} ' || n, 'sr-Latn', 'Sintetički ${kind} ' || n) AS name
  FROM generate_series(1, ${count}) AS n) AS made`;

function referenceRows(size: Size): readonly string[] {
  const cities = citiesOf(size);
  const organizations = organizationsOf(size);
  return [
    `INSERT INTO component (code, position, name)
     SELECT code, ord, jsonb_build_object('en', 'Synthetic component ' || ord)
     FROM unnest(enum_range(NULL::component_code)) WITH ORDINALITY AS one (code, ord)`,
    `INSERT INTO source (id, code, language, title, publisher)
     SELECT n, code, 'en', name ->> 'en', 'Nobody' FROM ${made('source', SOURCES, 2)}`,
    `INSERT INTO district (id, code, iso3166, name) SELECT n, code, 'XX-' || n, name FROM ${made('district', DISTRICTS, 2)}`,
    `INSERT INTO city (id, code, district_id, name)
     SELECT n, code, 1 + n % ${DISTRICTS}, name FROM ${made('city', cities, 4)}`,
    `INSERT INTO organization (id, code, name, kind, country, seat_id)
     SELECT n, code, name, 'NGO', 'RS', 1 + n % ${cities} FROM ${made('organization', organizations, 5)}`,
    `INSERT INTO indicator (id, code, name, unit, component_code, result_level, direction, aggregation, additive_over, counts_persons)
     SELECT n, code, name, 'thing', CASE WHEN n <= ${PROJECT_INDICATORS} THEN 'ECONOMIC' ELSE 'PSYCHOSOCIAL' END::component_code,
            'OUTPUT', 'MORE_IS_BETTER', 'SUM', '["PLACE"]', false
     FROM ${made('indicator', CITY_INDICATOR, 2)}`,
  ];
}

function projectRows({ projects, ...rest }: Size): readonly string[] {
  const size = { projects, ...rest };
  const cities = citiesOf(size);
  return [
    `INSERT INTO project (id, code, title, is_synthetic, starts_on) SELECT n, code, name, true, '2019' FROM ${made('project', projects, 5)}`,
    `INSERT INTO project_district SELECT p, 1 + (p + k * 7) % ${DISTRICTS} FROM generate_series(1, ${projects}) p, generate_series(1, 3) k`,
    `INSERT INTO project_city SELECT p, 1 + (p + k) % ${cities} FROM generate_series(1, ${projects}) p, generate_series(1, 5) k`,
    `INSERT INTO participation (project_id, organization_id, role, source_id, position)
     SELECT p, 1 + (p * 4 + k) % ${organizationsOf(size)}, (enum_range(NULL::participation_role))[k], 1 + p % ${SOURCES}, k
     FROM generate_series(1, ${projects}) p, generate_series(1, 4) k`,
    `INSERT INTO activity (id, code, project_id, type, component_code, title, city_id, held_on)
     SELECT n, code, 1 + (n - 1) / ${ACTIVITIES_A_PROJECT}, (enum_range(NULL::activity_type))[1 + n % 8],
            (enum_range(NULL::component_code))[1 + n % 4], name, 1 + ((n - 1) / ${ACTIVITIES_A_PROJECT}) / ${PROJECTS_A_CITY},
            (date '2019-01-01' + n % 2000)::text
     FROM ${made('activity', projects * ACTIVITIES_A_PROJECT, 6)}`,
    `INSERT INTO activity_source SELECT n, 1 + n % ${SOURCES}, 0 FROM generate_series(1, ${projects * ACTIVITIES_A_PROJECT}) n`,
  ];
}

/** 12 indicators with six years, a target and a baseline each, and one for 13 cities and eight years: 200 a project. */
function measurementRows(size: Size): readonly string[] {
  const { projects } = size;
  return [
    `CREATE TEMPORARY TABLE shape ON COMMIT DROP AS
     SELECT row_number() OVER () AS k, * FROM (
       SELECT i AS indicator, kind, NULL::int AS city, year FROM generate_series(1, ${PROJECT_INDICATORS}) i,
         (SELECT 'ACTUAL' AS kind, y::text AS year FROM generate_series(2019, 2024) y
          UNION ALL VALUES ('TARGET', '2024'), ('BASELINE', '2018')) AS stated
       UNION ALL
       SELECT ${CITY_INDICATOR}, 'ACTUAL', c, y::text FROM generate_series(1, ${CITIES_WITH_VALUES}) c, generate_series(2017, 2024) y
     ) AS every`,
    `INSERT INTO measurement (id, key, project_id, indicator_id, kind, city_id, period_start, period_end, latest_revision)
     SELECT (p - 1) * 200 + k,
            concat_ws('/', 'synthetic-project-' || lpad(p::text, 5, '0'), 'synthetic-indicator-' || lpad(indicator::text, 2, '0'), kind, city, year),
            p, indicator, kind::measurement_kind, 1 + (p + city) % ${citiesOf(size)}, year, year, 1 + (k % 20 = 0)::int
     FROM generate_series(1, ${projects}) p, shape`,
    `INSERT INTO measurement_revision (measurement_id, revision, value, qualifier, status, recorded_at)
     SELECT id, revision, (id::bigint * 7919 % 100000) / 4.0 + revision, 'EXACT', 'PUBLISHED', published_at
     FROM measurement, publication, generate_series(1, latest_revision) AS revision`,
    `UPDATE measurement
     SET current_revision = r.revision, current_value = r.value, current_qualifier = r.qualifier,
         current_status = r.status, current_recorded_at = r.recorded_at
     FROM measurement_revision AS r WHERE (r.measurement_id, r.revision) = (id, latest_revision)`,
    `INSERT INTO measurement_revision_source SELECT measurement_id, revision, 1 + measurement_id % ${SOURCES}, 0 FROM measurement_revision`,
  ];
}

/** What takes numbers by itself goes on behind the rows. */
const SEQUENCES = `SELECT setval(pg_get_serial_sequence(name, 'id'), 100000000)
  FROM unnest('{source,district,city,organization,indicator,project,activity,measurement}'::text[]) AS name`;

/** The index is there already. PostGraphile finds a row by its code only when a constraint says so. */
const nameUnique = (table: string) =>
  `ALTER TABLE ${table} ADD CONSTRAINT ${table}_code_key UNIQUE USING INDEX ${table}_code_key`;

/** Fills a migrated, empty database with rows that were all made up, in one publication. */
export async function loadSyntheticRows(url: string, size: Size): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    // Triggers would look at each of a million rows, which are right by the way they are made.
    await client.query(`SET LOCAL session_replication_role = replica`);
    await client.query('SELECT record_publication()');
    const statements = [...referenceRows(size), ...projectRows(size), ...measurementRows(size), SEQUENCES];
    for (const statement of statements) await client.query(statement);
    for (const table of ['project', 'city']) await client.query(nameUnique(table));
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
    // Else PostgreSQL writes the new rows to disk while the first servers are measured.
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
