-- Who asks by key, what members see of organizations, and how stewards publish and withdraw.

CREATE TYPE key_role AS ENUM ('MEMBER', 'PARTNER', 'STEWARD');
CREATE TYPE contact_kind AS ENUM ('EMAIL', 'PHONE', 'WEB');

-- ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE api_key (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  family_id uuid NOT NULL,
  slot integer CHECK (slot IN (1, 2)),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  role key_role NOT NULL,
  organization_id integer NOT NULL,
  project_ids integer[] DEFAULT ARRAY[]::integer[]
    CHECK (project_ids IS NOT NULL AND array_position(project_ids, NULL) IS NULL),
  city_ids integer[] DEFAULT ARRAY[]::integer[]
    CHECK (city_ids IS NOT NULL AND array_position(city_ids, NULL) IS NULL),
  issued_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_on date,
  last_used_on date,
  revoked_at timestamptz(6),
  CONSTRAINT api_key_pkey PRIMARY KEY (id),
  CONSTRAINT api_key_organization_id_fkey FOREIGN KEY (organization_id)
    REFERENCES organization (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CHECK ((slot IS NULL) = (revoked_at IS NOT NULL)),
  CHECK (role = 'MEMBER' OR cardinality(project_ids) > 0),
  CHECK ((role = 'PARTNER') = (cardinality(city_ids) > 0))
);
CREATE UNIQUE INDEX api_key_hash_key ON api_key (hash);
CREATE UNIQUE INDEX api_key_family_id_slot_key ON api_key (family_id, slot);
CREATE INDEX api_key_organization_id_idx ON api_key (organization_id);

CREATE FUNCTION refuse_revival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A key that is revoked stays so.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER refuse_revival BEFORE UPDATE ON api_key FOR EACH ROW
  WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
  EXECUTE FUNCTION refuse_revival();

-- That a key was used is noted by its day alone, and waits for no other writer.
CREATE TRIGGER lock_audit BEFORE INSERT OR UPDATE OF slot, revoked_at OR DELETE ON api_key
  FOR EACH STATEMENT EXECUTE FUNCTION lock_audit();
CREATE TRIGGER audit_changes AFTER INSERT OR UPDATE OF slot, revoked_at OR DELETE ON api_key
  FOR EACH ROW EXECUTE FUNCTION audit_changes('API_KEY');
CREATE TRIGGER refuse_truncation BEFORE TRUNCATE ON api_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncation();

-- The hash of the key that a request shows, while it is looked up.
CREATE FUNCTION shown_key_hash() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.key_hash', true), '');

ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;

CREATE POLICY shown_is_read ON api_key FOR SELECT TO reintegration_viewer
  USING (hash = (SELECT shown_key_hash()));
CREATE POLICY shown_is_used ON api_key FOR UPDATE TO reintegration_viewer
  USING (hash = (SELECT shown_key_hash()));
CREATE POLICY steward_reads ON api_key FOR SELECT TO reintegration_viewer USING (
  (SELECT viewer_role()) = 'STEWARD' AND cardinality(project_ids) > 0
  AND project_ids <@ (SELECT viewer_projects())::integer[]
);
CREATE POLICY steward_revokes ON api_key FOR UPDATE TO reintegration_viewer USING (
  (SELECT viewer_role()) = 'STEWARD' AND cardinality(project_ids) > 0
  AND project_ids <@ (SELECT viewer_projects())::integer[]
);
-- Nobody makes others more than it is itself.
CREATE POLICY steward_issues ON api_key FOR INSERT TO reintegration_viewer WITH CHECK (
  (SELECT viewer_role()) = 'STEWARD' AND cardinality(project_ids) > 0
  AND project_ids <@ (SELECT viewer_projects())::integer[]
  AND (role <> 'STEWARD' OR organization_id = (SELECT viewer_organization()))
);
CREATE POLICY operator_all ON api_key TO reintegration_viewer USING ((SELECT viewer_role()) = 'OPERATOR');

GRANT SELECT, INSERT, UPDATE (slot, last_used_on, revoked_at) ON api_key TO reintegration_viewer;

-- ── Contacts ────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE organization_contact (
  id serial NOT NULL,
  organization_id integer NOT NULL,
  kind contact_kind NOT NULL,
  value text NOT NULL,
  CONSTRAINT organization_contact_pkey PRIMARY KEY (id),
  CONSTRAINT organization_contact_organization_id_fkey FOREIGN KEY (organization_id)
    REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CHECK (length(value) <= 254 AND value ~ CASE kind
    WHEN 'EMAIL' THEN '^[^@\s]+@[^@\s]+\.[^@\s.]+$'
    WHEN 'PHONE' THEN '^\+[0-9]{6,15}$'
    WHEN 'WEB' THEN '^https?://[^\s]+$'
  END)
);
CREATE UNIQUE INDEX organization_contact_organization_id_kind_value_key
  ON organization_contact (organization_id, kind, value);

-- ── Publishing and withdrawing ──────────────────────────────────────────────────────────────────────────

-- Publishes the newest revision of a measurement, or withdraws what is public of it, by adding a revision that says
-- what that one says, and tells ADDED. Tells ABSENT for what is not the viewer's, CHANGED where another revision came in
-- between, NOTHING where there is nothing to publish or withdraw.
CREATE FUNCTION add_revision(
  measurement_key text, expected_revision integer, wanted measurement_status, OUT outcome text, OUT newest integer
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  subject measurement;
  copied measurement_revision;
BEGIN
  -- Before any row is locked, as all who publish do.
  PERFORM pg_advisory_xact_lock(hashtext('publication'));
  SELECT * INTO subject FROM measurement
  WHERE key = measurement_key AND latest_revision > 0 AND wanted IN ('PUBLISHED', 'WITHDRAWN')
    AND (viewer_role() = 'OPERATOR' OR viewer_role() = 'STEWARD' AND project_id = ANY (viewer_projects()))
  FOR UPDATE;
  outcome := 'ABSENT';
  IF NOT FOUND THEN RETURN; END IF;
  outcome := 'CHANGED';
  newest := subject.latest_revision;
  IF subject.latest_revision <> expected_revision THEN RETURN; END IF;
  SELECT * INTO copied FROM measurement_revision
  WHERE measurement_id = subject.id AND (status <> 'PRELIMINARY' OR wanted = 'PUBLISHED')
  ORDER BY revision DESC LIMIT 1;
  outcome := 'NOTHING';
  IF copied.status IS DISTINCT FROM
    (CASE wanted WHEN 'PUBLISHED' THEN 'PRELIMINARY' ELSE 'PUBLISHED' END)::measurement_status
  THEN RETURN; END IF;
  INSERT INTO measurement_revision (measurement_id, revision, value, qualifier, status, note)
  VALUES (subject.id, 0, copied.value, copied.qualifier, wanted, copied.note);
  INSERT INTO measurement_revision_source (measurement_id, revision, source_id, position)
  SELECT measurement_id, subject.latest_revision + 1, source_id, position FROM measurement_revision_source
  WHERE measurement_id = subject.id AND revision = copied.revision;
  -- Checked now, by who may read the sources.
  SET CONSTRAINTS require_source IMMEDIATE;
  SET CONSTRAINTS require_source DEFERRED;
  outcome := 'ADDED';
  newest := subject.latest_revision + 1;
END $$;
REVOKE EXECUTE ON FUNCTION add_revision(text, integer, measurement_status) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_revision(text, integer, measurement_status) TO reintegration_viewer;

-- Revisions are their own log; this one adds which steward it was. Datasets are loaded by the owner.
CREATE TRIGGER audit_changes AFTER INSERT ON measurement_revision FOR EACH ROW
  WHEN (viewer_caller() IS NOT NULL)
  EXECUTE FUNCTION audit_changes('MEASUREMENT_REVISION', 'measurement_id', 'revision');

-- ── Kept answers ────────────────────────────────────────────────────────────────────────────────────────

-- A key is told once, when it is issued. Nothing that is kept may hold one.
ALTER TABLE idempotency_record ADD CONSTRAINT idempotency_record_holds_no_key
  CHECK (answer !~ 'rk_[0-9A-Za-z]{24}_[0-9A-Za-z]{6}');
