-- The index of a trail, version 3. All of it can be made again from the journal, so there is no
-- migration: an index of another version is put aside and rebuilt. (A store that is the trail
-- itself, such as PostgreSQL, will need a migration library.)

-- The records, as the exact bytes that were hashed.
CREATE TABLE record (
  seq BIGINT PRIMARY KEY,
  bytes VARBINARY(65535) NOT NULL,
  leaf BINARY(32) NOT NULL,
  recorded_at VARCHAR(24) NOT NULL,
  record_type VARCHAR(64) NOT NULL
);
CREATE INDEX record_recorded_at ON record (recorded_at, seq);
CREATE INDEX record_type_seq ON record (record_type, seq DESC);

-- The facts of audits, with the salts of their commitments.
CREATE TABLE payload (
  seq BIGINT PRIMARY KEY,
  facts VARBINARY(1048576) NOT NULL,
  salt BINARY(32) NOT NULL
);

-- The roots of complete subtrees above the leaves.
CREATE TABLE node (
  level INT NOT NULL,
  idx BIGINT NOT NULL,
  hash BINARY(32) NOT NULL,
  PRIMARY KEY (level, idx)
);

-- The rule bases that audits used, once each.
CREATE TABLE rulebase (
  sha256 BINARY(32) PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  version VARCHAR(200) NOT NULL
);
CREATE TABLE rulebase_file (
  sha256 BINARY(32) NOT NULL,
  path VARCHAR(255) NOT NULL,
  bytes VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (sha256, path)
);

-- What audits can be found by. Follows from the bytes of records and payloads.
CREATE TABLE decision (
  seq BIGINT PRIMARY KEY,
  id VARCHAR(200) NOT NULL,
  revision INT NOT NULL,
  verdict VARCHAR(16) NOT NULL,
  search VARCHAR(8192) NOT NULL,
  submission VARCHAR(200) NOT NULL
);
CREATE INDEX decision_id ON decision (id, seq DESC);
CREATE INDEX decision_revision ON decision (id, revision, seq DESC);
CREATE INDEX decision_submission ON decision (submission, seq);
CREATE INDEX decision_verdict ON decision (verdict, seq DESC);
CREATE TABLE finding (
  seq BIGINT NOT NULL,
  check_id VARCHAR(16) NOT NULL,
  outcome VARCHAR(16) NOT NULL,
  PRIMARY KEY (seq, check_id)
);
CREATE INDEX finding_check ON finding (check_id, outcome, seq);
CREATE TABLE department (
  seq BIGINT NOT NULL,
  name VARCHAR NOT NULL,
  PRIMARY KEY (seq, name)
);
CREATE INDEX department_name ON department (name, seq);

-- What the trail signed, each over the first so many records.
CREATE TABLE checkpoint (
  size BIGINT PRIMARY KEY,
  verifier VARCHAR(512) NOT NULL,
  note VARBINARY(524288) NOT NULL
);

-- How far the index goes; written last, and only from the place it was read at.
CREATE TABLE head (
  one TINYINT PRIMARY KEY CHECK (one = 1),
  version INT NOT NULL,
  size BIGINT NOT NULL,
  root BINARY(32) NOT NULL,
  journal_offset BIGINT NOT NULL
);
