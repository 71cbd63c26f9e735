-- What the models cannot say: what a valid row is, how texts are searched, how revisions and the data
-- version are kept, and which tables are closed.

-- ── Valid values ────────────────────────────────────────────────────────────────────────────────────────

-- EDTF level 0: 2025, 2025-04 or 2025-04-30. The cast refuses days that do not exist.
CREATE FUNCTION is_partial_date(value text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF value !~ '^\d{4}(-\d{2}(-\d{2})?)?$' OR value LIKE '0000%' THEN RETURN false; END IF;
  PERFORM rpad(value, 10, '-01')::date;
  RETURN true;
EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN
  RETURN false;
END $$;

-- A text in at least English or Serbian (Latin), in no language that the contract lacks.
CREATE FUNCTION is_localized_text(value jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN jsonb_typeof(value) = 'object'
  AND (coalesce(value ->> 'en', '') <> '' OR coalesce(value ->> 'sr-Latn', '') <> '')
  AND value - ARRAY['en', 'sr-Latn', 'sr-Cyrl'] = '{}'::jsonb
  AND NOT jsonb_path_exists(value, '$.* ? (@.type() != "string")');

CREATE FUNCTION are_localized_texts(value jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN jsonb_typeof(value) = 'array'
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(value) AS element (text) WHERE NOT is_localized_text(text));
END $$;

ALTER TABLE source
  ADD CHECK (is_partial_date(published_on));
ALTER TABLE district
  ADD CHECK (is_localized_text(name)),
  ADD CHECK ((latitude IS NULL) = (longitude IS NULL)),
  ADD CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);
ALTER TABLE city
  ADD CHECK (is_localized_text(name)),
  ADD CHECK ((latitude IS NULL) = (longitude IS NULL)),
  ADD CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);
ALTER TABLE organization
  ADD CHECK (is_localized_text(name)),
  ADD CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE network
  ADD CHECK (is_localized_text(name)),
  ADD CHECK (is_localized_text(description)),
  ADD CHECK (are_localized_texts(groups_served)),
  ADD CHECK ((member_count IS NULL) = (member_count_qualifier IS NULL)),
  ADD CHECK (member_count >= 0);
ALTER TABLE project
  ADD CHECK (is_localized_text(title)),
  ADD CHECK (are_localized_texts(target_groups)),
  ADD CHECK (is_localized_text(starts_on_note)),
  ADD CHECK (is_localized_text(ends_on_note)),
  ADD CHECK (is_localized_text(cities_note)),
  ADD CHECK (is_partial_date(starts_on)),
  ADD CHECK (is_partial_date(ends_on));
ALTER TABLE component
  ADD CHECK (is_localized_text(name));
ALTER TABLE project_component
  ADD CHECK (are_localized_texts(supports));
ALTER TABLE budget
  ADD CHECK (amount >= 0),
  ADD CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE activity
  ADD CHECK (is_localized_text(title)),
  ADD CHECK (are_localized_texts(topics)),
  ADD CHECK (is_localized_text(venue)),
  ADD CHECK (is_localized_text(followed_by)),
  ADD CHECK (is_partial_date(held_on)),
  ADD CHECK (duration_days > 0),
  ADD CHECK (part_of_id <> id),
  ADD CHECK ((participants_count IS NULL) = (participants_count_qualifier IS NULL)),
  ADD CHECK (participants_count >= 0);
ALTER TABLE open_call
  ADD CHECK (is_partial_date(opens_on)),
  ADD CHECK (is_partial_date(closes_on));
ALTER TABLE indicator
  ADD CHECK (is_localized_text(name)),
  ADD CHECK (is_localized_text(definition)),
  ADD CHECK (additive_over <@ '["PLACE", "PERIOD", "DISAGGREGATION"]'),
  ADD CHECK ((aggregation = 'SUM') = (jsonb_array_length(additive_over) > 0));
ALTER TABLE measurement
  ADD CHECK (num_nonnulls(district_id, city_id) <= 1),
  ADD CHECK (is_partial_date(period_start)),
  ADD CHECK (is_partial_date(period_end)),
  ADD CHECK (NOT (since_project_start AND period_start IS NOT NULL)),
  ADD CHECK (jsonb_typeof(disaggregation) = 'object');
ALTER TABLE measurement_revision
  ADD CHECK (is_localized_text(note)),
  ADD CHECK (revision >= 1);
ALTER TABLE beneficiary
  ADD CHECK (birth_year BETWEEN 1900 AND 2100),
  ADD CHECK (enrolled_in ~ '^\d{4}-\d{2}$' AND is_partial_date(enrolled_in)),
  ADD CHECK (kind = 'PERSON' OR (sex IS NULL AND birth_year IS NULL));
ALTER TABLE support
  ADD CHECK (is_partial_date(starts_on)),
  ADD CHECK (is_partial_date(ends_on));
ALTER TABLE statistics_release
  ADD CHECK (is_partial_date(period_start)),
  ADD CHECK (is_partial_date(period_end)),
  ADD CHECK (threshold >= 1);
ALTER TABLE statistics_cell
  ADD CHECK (num_nonnulls(district_id, city_id) = CASE level WHEN 'PROJECT' THEN 0 ELSE 1 END),
  ADD CHECK ((value IS NOT NULL) = (status IN ('OBSERVED', 'PROVISIONAL')));

-- Keys sort alike in every database, and as the cursors of lists need it.
DO $$
DECLARE
  keyed record;
BEGIN
  FOR keyed IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'text'
      AND ((column_name = 'code' AND table_name <> 'component') OR (table_name, column_name) = ('measurement', 'key'))
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', keyed.table_name, keyed.column_name);
  END LOOP;
END $$;

-- ── Search without diacritics and across scripts ────────────────────────────────────────────────────────

-- Independent of the database's locale: only ASCII is left when lower() comes.
CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(translate(
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    regexp_replace(normalize(value, NFD), '[\u0300-\u036F]', '', 'g'),
    'Đ', 'dj'), 'đ', 'dj'), 'Ђ', 'dj'), 'ђ', 'dj'), 'Љ', 'lj'), 'љ', 'lj'), 'Њ', 'nj'), 'њ', 'nj'), 'Џ', 'dz'), 'џ', 'dz'),
  'АБВГДЕЖЗИЈКЛМНОПРСТЋУФХЦЧШабвгдежзијклмнопрстћуфхцчш',
  'abvgdezzijklmnoprstcufhccsabvgdezzijklmnoprstcufhccs'
));

-- All languages of a text in one searchable line.
CREATE FUNCTION search_text(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(fold_text(text), E'\n') FROM jsonb_each_text(value) AS entry (language, text)
$$;

-- ── The data version ────────────────────────────────────────────────────────────────────────────────────

-- Notes that this transaction publishes a change, once however much it changes, and tells the instant.
-- The lock is held to the end of the transaction: versions and instants grow in the order of commits.
-- The instant is the next whole millisecond, as the contract tells instants in milliseconds: who read the
-- state as of an instant that has passed never finds it changed.
CREATE FUNCTION record_publication() RETURNS timestamptz
LANGUAGE plpgsql AS $$
DECLARE
  already text := current_setting('publication.published_at', true);
  recorded publication;
BEGIN
  IF coalesce(already, '') <> '' THEN RETURN already::timestamptz; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('publication'));
  INSERT INTO publication (version, published_at)
  SELECT coalesce(max(version), 0) + 1,
         greatest(date_trunc('milliseconds', clock_timestamp()), max(published_at)) + interval '1 millisecond'
  FROM publication
  RETURNING * INTO recorded;
  PERFORM set_config('publication.published_at', recorded.published_at::text, true);
  PERFORM pg_notify('publication', recorded.version::text);
  RETURN recorded.published_at;
END $$;

-- Taken before any row is locked, so that all writers wait in one line and never for each other.
CREATE FUNCTION lock_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('publication'));
  RETURN NULL;
END $$;

CREATE FUNCTION publish_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM inserted) THEN PERFORM record_publication(); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION publish_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT * FROM updated EXCEPT SELECT * FROM outdated) THEN PERFORM record_publication(); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION publish_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM deleted) THEN PERFORM record_publication(); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION publish_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_publication();
  RETURN NULL;
END $$;

DO $$
DECLARE
  published text;
BEGIN
  FOREACH published IN ARRAY ARRAY[
    'source', 'district', 'city', 'organization', 'network', 'network_member',
    'project', 'project_date_source', 'component', 'project_component', 'project_district', 'project_city',
    'participation', 'budget', 'budget_source',
    'activity', 'activity_origin', 'activity_network', 'activity_source', 'open_call',
    'indicator', 'statistics_release', 'statistics_cell'
  ] LOOP
    EXECUTE format('CREATE TRIGGER lock_publication BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION lock_publication()', published);
    EXECUTE format('CREATE TRIGGER publish_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS inserted
      FOR EACH STATEMENT EXECUTE FUNCTION publish_inserted()', published);
    EXECUTE format('CREATE TRIGGER publish_updated AFTER UPDATE ON %I
      REFERENCING OLD TABLE AS outdated NEW TABLE AS updated
      FOR EACH STATEMENT EXECUTE FUNCTION publish_updated()', published);
    EXECUTE format('CREATE TRIGGER publish_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS deleted
      FOR EACH STATEMENT EXECUTE FUNCTION publish_deleted()', published);
    EXECUTE format('CREATE TRIGGER publish_truncated AFTER TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION publish_truncated()', published);
  END LOOP;
END $$;

-- ── Revisions ───────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION number_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT latest_revision + 1 INTO NEW.revision FROM measurement WHERE id = NEW.measurement_id FOR UPDATE;
  NEW.recorded_at := CASE NEW.status WHEN 'PRELIMINARY' THEN clock_timestamp() ELSE record_publication() END;
  RETURN NEW;
END $$;

CREATE FUNCTION count_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE measurement SET latest_revision = NEW.revision WHERE id = NEW.measurement_id;
  RETURN NULL;
END $$;

-- A revision is whole once its transaction has ended: what was public gets no source afterwards.
CREATE FUNCTION refuse_late_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM measurement_revision
    WHERE (measurement_id, revision) = (NEW.measurement_id, NEW.revision) AND status <> 'PRELIMINARY'
      AND recorded_at IS DISTINCT FROM nullif(current_setting('publication.published_at', true), '')::timestamptz
  ) THEN
    RAISE EXCEPTION 'Revision % of measurement % was published before; it gets no further source.',
      NEW.revision, NEW.measurement_id
      USING ERRCODE = 'restrict_violation', HINT = 'Record a new revision instead.';
  END IF;
  RETURN NEW;
END $$;

-- Checked when the transaction ends, as the sources come after the revision that they are for.
CREATE FUNCTION require_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM measurement_revision_source
    WHERE (measurement_id, revision) = (NEW.measurement_id, NEW.revision)
  ) THEN
    RAISE EXCEPTION 'Revision % of measurement % names no source.', NEW.revision, NEW.measurement_id
      USING ERRCODE = 'check_violation', HINT = 'Add rows to measurement_revision_source in the same transaction.';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER require_source AFTER INSERT ON measurement_revision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_source();
CREATE TRIGGER refuse_late_source BEFORE INSERT ON measurement_revision_source
  FOR EACH ROW EXECUTE FUNCTION refuse_late_source();
CREATE TRIGGER lock_publication BEFORE INSERT ON measurement_revision
  FOR EACH STATEMENT EXECUTE FUNCTION lock_publication();
CREATE TRIGGER number_revision BEFORE INSERT ON measurement_revision
  FOR EACH ROW EXECUTE FUNCTION number_revision();
CREATE TRIGGER count_revision AFTER INSERT ON measurement_revision
  FOR EACH ROW EXECUTE FUNCTION count_revision();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are only ever added; % is refused.', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation', HINT = 'Record a new revision instead.';
END $$;

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON measurement_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON measurement_revision_source
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON publication
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a measurement measures never changes; below the surface, count_revision() writes.
CREATE TRIGGER only_counted BEFORE UPDATE ON measurement
  FOR EACH STATEMENT WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION refuse_change();

-- ── Closed tables ───────────────────────────────────────────────────────────────────────────────────────

-- No policy is a wall: with row-level security forced, nobody but a superuser reads or writes a row.
ALTER TABLE beneficiary ENABLE ROW LEVEL SECURITY;
ALTER TABLE beneficiary FORCE ROW LEVEL SECURITY;
ALTER TABLE support ENABLE ROW LEVEL SECURITY;
ALTER TABLE support FORCE ROW LEVEL SECURITY;
