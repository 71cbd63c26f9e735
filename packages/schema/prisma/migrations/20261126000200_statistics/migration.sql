-- Counts of people: the secret that their noise hangs on, and releases that are frozen for good.

-- ── The secret ──────────────────────────────────────────────────────────────────────────────────────────

-- One for each project, made at its first release. A new one would give the same people other noise, which could then
-- be averaged away: it is never changed and never removed.
CREATE TABLE statistics_secret (
  project_id integer NOT NULL,
  secret bytea NOT NULL CHECK (octet_length(secret) = 32),
  CONSTRAINT statistics_secret_pkey PRIMARY KEY (project_id),
  CONSTRAINT statistics_secret_project_id_fkey FOREIGN KEY (project_id)
    REFERENCES project (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TRIGGER lock_audit BEFORE INSERT OR UPDATE OR DELETE ON statistics_secret
  FOR EACH STATEMENT EXECUTE FUNCTION lock_audit();
CREATE TRIGGER audit_changes AFTER INSERT OR UPDATE OR DELETE ON statistics_secret
  FOR EACH ROW EXECUTE FUNCTION audit_changes('STATISTICS_SECRET', 'project_id');

ALTER TABLE statistics_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE statistics_secret FORCE ROW LEVEL SECURITY;

CREATE POLICY steward_project ON statistics_secret TO reintegration_viewer USING (
  (SELECT viewer_role()) = 'STEWARD' AND project_id = ANY ((SELECT viewer_projects())::integer[])
);
CREATE POLICY operator_all ON statistics_secret TO reintegration_viewer USING ((SELECT viewer_role()) = 'OPERATOR');

GRANT SELECT, INSERT ON statistics_secret TO reintegration_viewer;

-- ── Frozen for good ─────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION refuse_thaw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are frozen; % is refused.', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation', HINT = 'Create a new release instead.';
END $$;

-- Releases are numbered without gaps, and stand from the instant of their publication on.
CREATE FUNCTION number_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.frozen_at := record_publication();
  SELECT coalesce(max(number), 0) + 1 INTO NEW.number FROM statistics_release WHERE project_id = NEW.project_id;
  RETURN NEW;
END $$;

-- A release is whole once its transaction has ended: what was public gets no further cell.
CREATE FUNCTION refuse_late_cell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM inserted JOIN statistics_release ON statistics_release.id = release_id
    WHERE frozen_at IS DISTINCT FROM nullif(current_setting('publication.published_at', true), '')::timestamptz
  ) THEN
    RAISE EXCEPTION 'The release was frozen before; it gets no further cell.'
      USING ERRCODE = 'restrict_violation', HINT = 'Create a new release instead.';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER number_release BEFORE INSERT ON statistics_release
  FOR EACH ROW EXECUTE FUNCTION number_release();
CREATE TRIGGER refuse_late_cell AFTER INSERT ON statistics_cell REFERENCING NEW TABLE AS inserted
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_cell();
CREATE TRIGGER audit_changes AFTER INSERT ON statistics_release
  FOR EACH ROW EXECUTE FUNCTION audit_changes('STATISTICS_RELEASE');

DO $$
DECLARE
  frozen text;
BEGIN
  FOREACH frozen IN ARRAY ARRAY['statistics_release', 'statistics_cell', 'statistics_secret'] LOOP
    EXECUTE format('CREATE TRIGGER refuse_thaw BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_thaw()', frozen);
    -- Also where a session says that it only replays what another server did.
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER refuse_thaw', frozen);
  END LOOP;
END $$;

-- ── The one way to publish ──────────────────────────────────────────────────────────────────────────────

-- Publishes protected cells as the project's next release, and tells its number. For the viewer's projects only;
-- what the role could do by itself would be more than that.
CREATE FUNCTION freeze_statistics(
  project integer, period text, used_method text, used_threshold integer, used_variance numeric, cells jsonb
) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  release statistics_release;
BEGIN
  IF NOT coalesce(
    viewer_role() = 'OPERATOR' OR viewer_role() = 'STEWARD' AND project = ANY (viewer_projects()), false
  ) THEN
    RAISE EXCEPTION 'Nobody but a steward of the project freezes its statistics.'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO statistics_release (project_id, number, period_start, period_end, method, threshold, variance)
  VALUES (project, 0, period, period, used_method, used_threshold, used_variance)
  RETURNING * INTO release;
  -- Cells keep the order that they come in.
  INSERT INTO statistics_cell
    (release_id, level, district_id, city_id, sex, age_band, category, component_code, value, status)
  SELECT release.id, cell.level, cell.district_id, cell.city_id, cell.sex, cell.age_band, cell.category,
         cell.component_code, cell.value, cell.status
  FROM jsonb_array_elements(cells) WITH ORDINALITY AS listed (element, place),
       jsonb_populate_record(NULL::statistics_cell, element) AS cell
  ORDER BY place;
  RETURN release.number;
END $$;
REVOKE EXECUTE ON FUNCTION freeze_statistics(integer, text, text, integer, numeric, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION freeze_statistics(integer, text, text, integer, numeric, jsonb) TO reintegration_viewer;

-- What a release is made of, and numbered by, besides records of people: all of it is public.
GRANT SELECT ON project_city, project_district, project_component, statistics_release TO reintegration_viewer;
