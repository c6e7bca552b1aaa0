-- What a submission is called, so that it is recorded once however often it is sent. Follows from
-- the record. Records from before have none.
ALTER TABLE decision ADD COLUMN submission text COLLATE "C" NOT NULL DEFAULT '';
CREATE UNIQUE INDEX decision_submission ON decision (submission) WHERE submission <> '';

-- The few records that exchange the signing key or make a rule base the one in force; the newest of
-- those is asked for by every audit.
CREATE INDEX record_type_seq ON record (record_type, seq DESC)
  WHERE record_type <> 'decision.audited';

-- How many checkpoints there are, so that one that is taken out is missed.
ALTER TABLE head ADD COLUMN checkpoints bigint NOT NULL DEFAULT 0 CHECK (checkpoints >= 0);
UPDATE head SET checkpoints = (SELECT count(*) FROM checkpoint);

-- The head only moves on, and only to a record that is there, and it counts each checkpoint: a program
-- of an older version that is still connected is refused.
CREATE OR REPLACE FUNCTION refuse_step_back() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$
BEGIN
  IF NEW.size < OLD.size
    OR NEW.checkpoints < OLD.checkpoints
    OR (NEW.size = OLD.size AND NEW.root <> OLD.root)
    OR (NEW.size > OLD.size AND NOT EXISTS (SELECT 1 FROM record WHERE seq = NEW.size - 1))
    OR (NEW.size > OLD.size AND NEW.checkpoints - OLD.checkpoints <>
      (SELECT count(*) FROM checkpoint WHERE size > OLD.size AND size <= NEW.size))
  THEN
    RAISE EXCEPTION 'the head of the trail only moves on: from % to % is refused',
      OLD.size, NEW.size USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION grant_application(role_name text) RETURNS void
  LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
  EXECUTE format(
    'GRANT SELECT, INSERT ON record, payload, node, rulebase, rulebase_file, decision, finding,'
    ' department, checkpoint TO %I', role_name);
  EXECUTE format('GRANT SELECT, UPDATE (size, root, checkpoints) ON head TO %I', role_name);
END
$$;

-- Whoever could record goes on doing so.
DO
$$
DECLARE
  had record;
BEGIN
  FOR had IN
    SELECT grantee FROM information_schema.role_column_grants
    WHERE table_schema = current_schema() AND table_name = 'head' AND column_name = 'size'
      AND privilege_type = 'UPDATE' AND grantee <> current_user
  LOOP
    IF had.grantee = 'PUBLIC' THEN
      GRANT UPDATE (checkpoints) ON head TO PUBLIC;
    ELSE
      EXECUTE format('GRANT UPDATE (checkpoints) ON head TO %I', had.grantee);
    END IF;
  END LOOP;
END
$$;

UPDATE head SET version = 3;
