-- The revision of a measurement that the public sees now, kept beside it: whoever reads what holds today need not look
-- it up for each measurement. What held at an instant that has passed is still found among the revisions.
ALTER TABLE measurement
  ADD COLUMN current_revision integer,
  ADD COLUMN current_value decimal(24, 6),
  ADD COLUMN current_qualifier qualifier,
  ADD COLUMN current_status measurement_status,
  ADD COLUMN current_note jsonb,
  ADD COLUMN current_recorded_at timestamptz(6);

-- One statement whatever the status: what a transaction changes twice is checked against all that it points to.
CREATE OR REPLACE FUNCTION count_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_public boolean := NEW.status <> 'PRELIMINARY';
BEGIN
  UPDATE measurement
  SET latest_revision = NEW.revision,
      current_revision = CASE WHEN is_public THEN NEW.revision ELSE current_revision END,
      current_value = CASE WHEN is_public THEN NEW.value ELSE current_value END,
      current_qualifier = CASE WHEN is_public THEN NEW.qualifier ELSE current_qualifier END,
      current_status = CASE WHEN is_public THEN NEW.status ELSE current_status END,
      current_note = CASE WHEN is_public THEN NEW.note ELSE current_note END,
      current_recorded_at = CASE WHEN is_public THEN NEW.recorded_at ELSE current_recorded_at END
  WHERE id = NEW.measurement_id;
  RETURN NULL;
END $$;

ALTER TABLE measurement DISABLE TRIGGER only_counted;
UPDATE measurement
SET current_revision = public.revision, current_value = public.value, current_qualifier = public.qualifier,
    current_status = public.status, current_note = public.note, current_recorded_at = public.recorded_at
FROM (
  SELECT DISTINCT ON (measurement_id) * FROM measurement_revision
  WHERE status <> 'PRELIMINARY' ORDER BY measurement_id, revision DESC
) AS public
WHERE public.measurement_id = measurement.id;
ALTER TABLE measurement ENABLE TRIGGER only_counted;
