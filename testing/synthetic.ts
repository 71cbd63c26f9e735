import type { Pool } from 'pg';

// Every row says that it was made up: by its code, by its title and, where there is one, by its mark.
const NUMBERS = `CREATE TEMPORARY TABLE made ON COMMIT DROP AS
  SELECT number, 'synthetic-' || lpad(number::text, 4, '0') AS code,
         jsonb_build_object('en', 'Synthetic ' || number, 'sr-Latn', 'Sintetički ' || number) AS name
  FROM generate_series($1::int, $2::int) AS number`;

const ROWS: readonly string[] = [
  `INSERT INTO source (code, language, title, publisher) SELECT code, 'en', 'Synthetic ' || number, 'Nobody' FROM made`,
  `INSERT INTO source (code, language, title, publisher, translation_of_id)
   SELECT code || '-sr', 'sr-Latn', 'Sintetički ' || number, 'Niko', id FROM made JOIN source USING (code)`,
  `INSERT INTO district (code, iso3166, name) SELECT code, 'XX-' || number, name FROM made`,
  `INSERT INTO city (code, district_id, name) SELECT code, id, made.name FROM made JOIN district USING (code)`,
  `INSERT INTO organization (code, name, kind, country, seat_id)
   SELECT code, made.name, 'NGO', 'RS', id FROM made JOIN city USING (code)`,
  `INSERT INTO network (code, name, source_id) SELECT code, name, id FROM made JOIN source USING (code)`,
  `INSERT INTO network_member SELECT network.id, organization.id FROM made JOIN network USING (code) JOIN organization USING (code)`,
  `INSERT INTO project (code, title, is_synthetic) SELECT code, name, true FROM made`,
  `INSERT INTO project_date_source SELECT project.id, source.id FROM made JOIN project USING (code) JOIN source USING (code)`,
  `INSERT INTO project_component SELECT project.id, component.code FROM made JOIN project USING (code), component`,
  `INSERT INTO project_district SELECT project.id, district.id FROM made JOIN project USING (code) JOIN district USING (code)`,
  `INSERT INTO project_city SELECT project.id, city.id FROM made JOIN project USING (code) JOIN city USING (code)`,
  `INSERT INTO participation (project_id, organization_id, role, component_code, source_id, position)
   SELECT project.id, organization.id, role, 'VISIBILITY', source.id, 0
   FROM made JOIN project USING (code) JOIN organization USING (code) JOIN source USING (code),
        unnest('{LEAD,FUNDER}'::participation_role[]) AS role`,
  `INSERT INTO budget (project_id, city_id, amount, currency)
   SELECT project.id, city.id, number, 'EUR' FROM made JOIN project USING (code) JOIN city USING (code)`,
  `INSERT INTO budget_source SELECT budget.id, source.id, 0 FROM made JOIN project USING (code)
   JOIN budget ON project_id = project.id JOIN source USING (code)`,
  `INSERT INTO activity (code, project_id, type, component_code, title, city_id)
   SELECT code, project.id, 'OPEN_CALL', 'VISIBILITY', made.name, city.id
   FROM made JOIN project USING (code) JOIN city USING (code)`,
  `INSERT INTO activity (code, project_id, type, component_code, title, city_id, part_of_id)
   SELECT code || '-part', project_id, 'WORKSHOP', component_code, title, city_id, activity.id
   FROM made JOIN activity USING (code)`,
  `INSERT INTO activity_origin SELECT activity.id, city.id, 0 FROM made
   JOIN activity ON activity.code IN (made.code, made.code || '-part') JOIN city ON city.code = made.code`,
  `INSERT INTO activity_network SELECT activity.id, network.id FROM made
   JOIN activity ON activity.code IN (made.code, made.code || '-part') JOIN network ON network.code = made.code`,
  `INSERT INTO activity_source SELECT activity.id, source.id, 0 FROM made
   JOIN activity ON activity.code IN (made.code, made.code || '-part') JOIN source ON source.code = made.code`,
  `INSERT INTO open_call (code, activity_id) SELECT code, id FROM made JOIN activity USING (code)`,
  `INSERT INTO indicator (code, name, unit, component_code, result_level, direction, aggregation, additive_over, counts_persons)
   SELECT code, name, 'thing', 'VISIBILITY', 'OUTPUT', 'MORE_IS_BETTER', 'SUM', '["PLACE"]', false FROM made`,
  `INSERT INTO measurement (key, project_id, indicator_id, kind, district_id, city_id, period_start, period_end)
   SELECT concat_ws('/', code, kind, place), project.id, indicator.id, kind,
          CASE place WHEN 'district' THEN district.id END, CASE place WHEN 'city' THEN city.id END, '2020', '2020'
   FROM made JOIN project USING (code) JOIN indicator USING (code) JOIN district USING (code) JOIN city USING (code),
        unnest(enum_range(NULL::measurement_kind)) AS kind, unnest('{project,district,city}'::text[]) AS place`,
  `INSERT INTO measurement_revision (measurement_id, revision, value, qualifier, status)
   SELECT id, 0, number, 'ABOUT', 'PUBLISHED' FROM made JOIN measurement ON key LIKE code || '/%'`,
  `INSERT INTO measurement_revision_source SELECT measurement.id, 1, source.id, 0
   FROM made JOIN measurement ON key LIKE code || '/%' JOIN source USING (code)`,
];

/**
 * Adds made-up projects with these numbers, in one transaction. Each has one of everything that a project can
 * have and, of its own, a district, city, organization, network, source, indicator, activities and values.
 */
export async function addSynthetic(pool: Pool, from: number, to = from): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(NUMBERS, [from, to]);
    for (const statement of ROWS) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
