-- Who may read and write records of people, how each write is noted, and how answers to writes are kept.

-- ── The one unprivileged role ───────────────────────────────────────────────────────────────────────────

-- Roles belong to the whole server: another database may have made it, or be making it at this moment.
DO $$
DECLARE
  mend CONSTANT text := format(
    'An administrator has to run: CREATE ROLE reintegration_viewer NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT; '
    'GRANT reintegration_viewer TO %I WITH INHERIT FALSE, SET TRUE;', current_user);
BEGIN
  IF to_regrole('reintegration_viewer') IS NULL THEN
    BEGIN
      CREATE ROLE reintegration_viewer NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'The role reintegration_viewer is missing, and % may not create it. %', current_user, mend
          USING ERRCODE = 'insufficient_privilege';
    END;
  END IF;
  IF NOT pg_has_role('reintegration_viewer', 'SET') THEN
    BEGIN
      EXECUTE format('GRANT reintegration_viewer TO %I WITH INHERIT FALSE, SET TRUE', current_user);
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION '% may not act as reintegration_viewer. %', current_user, mend
          USING ERRCODE = 'insufficient_privilege';
    END;
  END IF;
END $$;

-- ── Who asks ────────────────────────────────────────────────────────────────────────────────────────────

-- Read from settings of the transaction. One that is absent or empty means nothing, and nothing sees no row.
CREATE FUNCTION viewer_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.viewer_role', true), '');

CREATE FUNCTION viewer_caller() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.caller', true), '');

CREATE FUNCTION viewer_organization() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.organization_id', true), '')::integer;

CREATE FUNCTION viewer_projects() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(nullif(current_setting('app.project_ids', true), ''), '{}')::integer[];

CREATE FUNCTION viewer_cities() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(nullif(current_setting('app.city_ids', true), ''), '{}')::integer[];

-- ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE beneficiary ADD COLUMN salt uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE support ADD COLUMN salt uuid NOT NULL DEFAULT gen_random_uuid();

CREATE TABLE audit_entry (
  number integer NOT NULL,
  at timestamptz(6) NOT NULL,
  caller text NOT NULL,
  kind text NOT NULL,
  operation text NOT NULL,
  record_id text NOT NULL,
  before text,
  after text,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (number)
);

CREATE TABLE audit_head (
  id integer NOT NULL CHECK (id = 1),
  number integer NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_head_pkey PRIMARY KEY (id)
);
INSERT INTO audit_head VALUES (1, 0, repeat('0', 64));

CREATE TABLE idempotency_record (
  caller text NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  digest text NOT NULL,
  answer text CHECK (erased_at IS NULL OR answer IS NULL),
  erased_at timestamptz(6),
  recorded_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT idempotency_record_pkey PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_record_recorded_at_idx ON idempotency_record (recorded_at);

CREATE TABLE idempotency_subject (
  caller text NOT NULL,
  key text NOT NULL,
  beneficiary_id uuid NOT NULL,
  CONSTRAINT idempotency_subject_pkey PRIMARY KEY (caller, key, beneficiary_id),
  CONSTRAINT idempotency_subject_caller_key_fkey FOREIGN KEY (caller, key)
    REFERENCES idempotency_record (caller, key) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX idempotency_subject_beneficiary_id_idx ON idempotency_subject (beneficiary_id);

-- ── Audit ───────────────────────────────────────────────────────────────────────────────────────────────

-- Notes each change of a row. Arguments of the trigger: the kind of record, then the columns that name one, when
-- that is not `id`. Entries are numbered without gaps, under a lock that is held to the end of the transaction.
CREATE FUNCTION audit_changes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  earlier CONSTANT jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  later CONSTANT jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  entry audit_entry;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit'));
  SELECT last.number + 1, last.hash INTO entry.number, entry.previous_hash
  FROM audit_entry AS last ORDER BY last.number DESC LIMIT 1;
  IF NOT FOUND THEN
    entry.number := 1;
    entry.previous_hash := repeat('0', 64);
  END IF;
  entry.at := clock_timestamp();
  entry.caller := coalesce(viewer_caller(), 'owner');
  entry.kind := TG_ARGV[0];
  entry.operation := TG_OP;
  entry.record_id := (
    SELECT string_agg(coalesce(later, earlier) ->> name, '/' ORDER BY place)
    FROM unnest(CASE WHEN TG_NARGS > 1 THEN TG_ARGV[1:] ELSE '{id}' END) WITH ORDINALITY AS named (name, place)
  );
  entry.before := encode(sha256(convert_to(earlier::text, 'UTF8')), 'hex');
  entry.after := encode(sha256(convert_to(later::text, 'UTF8')), 'hex');
  entry.hash := encode(sha256(convert_to(jsonb_build_array(
    entry.number, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.caller, entry.kind,
    entry.operation, entry.record_id, entry.before, entry.after, entry.previous_hash
  )::text, 'UTF8')), 'hex');
  INSERT INTO audit_entry SELECT (entry).*;
  RETURN NULL;
END $$;

-- Moves the head at the end of a transaction, once for all its entries. An entry that does not follow the head shows
-- that entries were removed: the head then stays where it is, for whoever verifies the chain.
CREATE FUNCTION advance_audit_head() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE audit_head SET (number, hash) = (SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1)
  WHERE number = NEW.number - 1 AND hash = NEW.previous_hash;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER advance_audit_head AFTER INSERT ON audit_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION advance_audit_head();

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is only ever added to; % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- Taken before any row is locked, so that all writers wait in one line and never for each other.
CREATE FUNCTION lock_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit'));
  RETURN NULL;
END $$;

-- What removes all rows at once would leave no entry.
CREATE FUNCTION refuse_truncation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are erased one by one, so that each leaves an audit entry.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

-- ── Kept answers ────────────────────────────────────────────────────────────────────────────────────────

-- Notes whom the answer to this request is about.
CREATE FUNCTION link_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked CONSTANT text := nullif(current_setting('app.idempotency_key', true), '');
BEGIN
  IF asked IS NOT NULL THEN
    INSERT INTO idempotency_subject
    VALUES (viewer_caller(), asked, (to_jsonb(NEW) ->> TG_ARGV[0])::uuid) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- Empties every kept answer about a person that is erased, whoever was given it.
CREATE FUNCTION forget_answers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE idempotency_record SET answer = NULL, erased_at = clock_timestamp()
  WHERE (caller, key) IN (SELECT caller, key FROM idempotency_subject WHERE beneficiary_id = OLD.id);
  DELETE FROM idempotency_subject WHERE beneficiary_id = OLD.id;
  RETURN NULL;
END $$;

-- Answers are kept for two days. Whoever purges at the same moment is not waited for.
CREATE FUNCTION purge_answers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM idempotency_record WHERE (caller, key) IN (
    SELECT caller, key FROM idempotency_record
    WHERE recorded_at < clock_timestamp() - interval '2 days' LIMIT 1000 FOR UPDATE SKIP LOCKED
  );
  RETURN NULL;
END $$;

CREATE TRIGGER purge_answers AFTER INSERT ON idempotency_record
  FOR EACH STATEMENT EXECUTE FUNCTION purge_answers();

DO $$
DECLARE
  audited record;
BEGIN
  FOR audited IN
    SELECT * FROM (VALUES ('beneficiary', 'BENEFICIARY', 'id'), ('support', 'SUPPORT', 'beneficiary_id'))
      AS listed (name, kind, person)
  LOOP
    EXECUTE format('CREATE TRIGGER lock_audit BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION lock_audit()', audited.name);
    EXECUTE format('CREATE TRIGGER audit_changes AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION audit_changes(%L)', audited.name, audited.kind);
    EXECUTE format('CREATE TRIGGER link_answer AFTER INSERT OR UPDATE ON %I
      FOR EACH ROW EXECUTE FUNCTION link_answer(%L)', audited.name, audited.person);
    EXECUTE format('CREATE TRIGGER refuse_truncation BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncation()', audited.name);
  END LOOP;
END $$;
CREATE TRIGGER forget_answers AFTER DELETE ON beneficiary FOR EACH ROW EXECUTE FUNCTION forget_answers();

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────

DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['audit_entry', 'audit_head', 'idempotency_record', 'idempotency_subject'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
  END LOOP;
END $$;

-- Sub-selects are worked out once a statement, not once a row.
CREATE POLICY partner_own ON beneficiary TO reintegration_viewer USING (
  (SELECT viewer_role()) = 'PARTNER'
  AND enrolled_by_id = (SELECT viewer_organization())
  AND project_id = ANY ((SELECT viewer_projects())::integer[])
  AND city_id = ANY ((SELECT viewer_cities())::integer[])
);
CREATE POLICY steward_project ON beneficiary TO reintegration_viewer USING (
  (SELECT viewer_role()) = 'STEWARD' AND project_id = ANY ((SELECT viewer_projects())::integer[])
);
CREATE POLICY operator_all ON beneficiary TO reintegration_viewer USING ((SELECT viewer_role()) = 'OPERATOR');

-- Whoever sees the person sees the support: the policies above narrow the sub-select.
CREATE POLICY of_beneficiary ON support TO reintegration_viewer USING (
  EXISTS (SELECT FROM beneficiary WHERE beneficiary.id = support.beneficiary_id)
);

CREATE POLICY own_answers ON idempotency_record TO reintegration_viewer USING (caller = (SELECT viewer_caller()));

CREATE POLICY operator_reads ON audit_entry FOR SELECT TO reintegration_viewer
  USING ((SELECT viewer_role()) = 'OPERATOR');
CREATE POLICY operator_reads ON audit_head FOR SELECT TO reintegration_viewer
  USING ((SELECT viewer_role()) = 'OPERATOR');

-- Triggers run as the owner of the tables, who is no superuser everywhere; nobody writes these by hand.
CREATE POLICY triggers_read ON audit_entry FOR SELECT USING (pg_trigger_depth() > 0);
CREATE POLICY triggers_add ON audit_entry FOR INSERT WITH CHECK (pg_trigger_depth() > 0);
CREATE POLICY triggers_write ON audit_head USING (pg_trigger_depth() > 0);
CREATE POLICY triggers_write ON idempotency_record USING (pg_trigger_depth() > 0);
CREATE POLICY triggers_write ON idempotency_subject USING (pg_trigger_depth() > 0);

-- ── Privileges ──────────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT, DELETE ON beneficiary, support TO reintegration_viewer;
-- No change moves a person to another project or organization, or support to another person.
GRANT UPDATE (kind, sex, birth_year, category, city_id, enrolled_in, revision) ON beneficiary TO reintegration_viewer;
GRANT UPDATE (component_code, type, starts_on, ends_on, organization_id, revision) ON support TO reintegration_viewer;
GRANT SELECT, INSERT, UPDATE (answer) ON idempotency_record TO reintegration_viewer;
GRANT SELECT ON audit_entry, audit_head TO reintegration_viewer;
-- What records of people are written against.
GRANT SELECT ON project, city, district, organization TO reintegration_viewer;
