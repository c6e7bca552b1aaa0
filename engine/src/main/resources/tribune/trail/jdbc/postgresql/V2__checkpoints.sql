-- What the trail signed: checkpoints, each over the first so many records. A trail that was begun
-- before has none over its first records; the first one that follows is over them too.
CREATE TABLE checkpoint (
  size bigint PRIMARY KEY CHECK (size >= 1),
  verifier text COLLATE "C" NOT NULL CHECK (octet_length(verifier) <= 512),
  note bytea NOT NULL CHECK (octet_length(note) <= 524288)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE checkpoint ENABLE ALWAYS TRIGGER append_only;

CREATE OR REPLACE FUNCTION grant_application(role_name text) RETURNS void
  LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
  EXECUTE format(
    'GRANT SELECT, INSERT ON record, payload, node, rulebase, rulebase_file, decision, finding,'
    ' department, checkpoint TO %I', role_name);
  EXECUTE format('GRANT SELECT, UPDATE (size, root) ON head TO %I', role_name);
END
$$;

-- Whoever could read or record goes on doing so.
DO
$$
DECLARE
  had record;
BEGIN
  FOR had IN
    SELECT grantee, privilege_type FROM information_schema.role_table_grants
    WHERE table_schema = current_schema() AND table_name = 'record'
      AND privilege_type IN ('SELECT', 'INSERT') AND grantee <> current_user
  LOOP
    IF had.grantee = 'PUBLIC' THEN
      EXECUTE format('GRANT %s ON checkpoint TO PUBLIC', had.privilege_type);
    ELSE
      EXECUTE format('GRANT %s ON checkpoint TO %I', had.privilege_type, had.grantee);
    END IF;
  END LOOP;
END
$$;

UPDATE head SET version = 2;
