-- The trail in PostgreSQL. Here the database is the trail: nothing else has the records, so what is
-- recorded is never changed, and the schema only moves forward, one file of this directory a step.

-- The records, as the exact bytes that were hashed.
CREATE TABLE record (
  seq bigint PRIMARY KEY CHECK (seq >= 0),
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 65535),
  leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
  recorded_at text COLLATE "C" NOT NULL,
  record_type text COLLATE "C" NOT NULL
);
CREATE INDEX record_recorded_at ON record (recorded_at, seq);

-- The facts of audits, with the salts of their commitments.
CREATE TABLE payload (
  seq bigint PRIMARY KEY,
  facts bytea NOT NULL CHECK (octet_length(facts) <= 1048576),
  salt bytea NOT NULL CHECK (octet_length(salt) = 32)
);

-- The roots of complete subtrees above the leaves.
CREATE TABLE node (
  level integer NOT NULL,
  idx bigint NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (level, idx)
);

-- The rule bases that audits used, once each.
CREATE TABLE rulebase (
  sha256 bytea PRIMARY KEY CHECK (octet_length(sha256) = 32),
  name text NOT NULL,
  version text NOT NULL
);
CREATE TABLE rulebase_file (
  sha256 bytea NOT NULL,
  path text COLLATE "C" NOT NULL,
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 1048576),
  PRIMARY KEY (sha256, path)
);

-- What audits can be found by. Follows from the bytes of records and payloads. Texts compare by
-- their characters, whatever language the server was set up for.
CREATE TABLE decision (
  seq bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  verdict text COLLATE "C" NOT NULL,
  search text NOT NULL
);
CREATE INDEX decision_id ON decision (id, seq DESC);
CREATE INDEX decision_revision ON decision (id, revision, seq DESC);
CREATE INDEX decision_verdict ON decision (verdict, seq DESC);
CREATE TABLE finding (
  seq bigint NOT NULL,
  check_id text COLLATE "C" NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  PRIMARY KEY (seq, check_id)
);
CREATE INDEX finding_check ON finding (check_id, outcome, seq);
CREATE TABLE department (
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  PRIMARY KEY (seq, name)
);
CREATE INDEX department_name ON department (name, seq);

-- What the trail comes to. Its one row is the lock that whoever appends holds.
CREATE TABLE head (
  one smallint PRIMARY KEY CHECK (one = 1),
  version integer NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32)
);
INSERT INTO head (one, version, size, root) VALUES (1, 1, 0, sha256(''::bytea));

-- What is recorded stays as it is, for whoever may write here.
CREATE FUNCTION refuse_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$
BEGIN
  RAISE EXCEPTION 'the trail is only ever appended to: % of table % is refused',
    TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payload
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON node
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rulebase
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rulebase_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The head only moves on, and only to a record that is there.
CREATE FUNCTION refuse_step_back() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$
BEGIN
  IF NEW.size < OLD.size
    OR (NEW.size = OLD.size AND NEW.root <> OLD.root)
    OR (NEW.size > OLD.size AND NOT EXISTS (SELECT 1 FROM record WHERE seq = NEW.size - 1))
  THEN
    RAISE EXCEPTION 'the head of the trail only moves on: from % to % is refused',
      OLD.size, NEW.size USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER moves_on BEFORE UPDATE ON head
  FOR EACH ROW EXECUTE FUNCTION refuse_step_back();

-- Also for sessions that say they replay what was done elsewhere.
ALTER TABLE record ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE payload ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE node ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE rulebase ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE rulebase_file ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE head ENABLE ALWAYS TRIGGER stays;
ALTER TABLE head ENABLE ALWAYS TRIGGER moves_on;

-- Gives a role what Tribune needs to record and to read, and no more.
CREATE FUNCTION grant_application(role_name text) RETURNS void
  LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
  EXECUTE format(
    'GRANT SELECT, INSERT ON record, payload, node, rulebase, rulebase_file, decision, finding,'
    ' department TO %I', role_name);
  EXECUTE format('GRANT SELECT, UPDATE (size, root) ON head TO %I', role_name);
END
$$;
REVOKE EXECUTE ON FUNCTION grant_application(text) FROM PUBLIC;
