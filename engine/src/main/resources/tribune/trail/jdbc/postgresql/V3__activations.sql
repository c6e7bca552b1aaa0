-- Records of a rule base that went live are few among many audits, and the newest is asked for by
-- every audit. A trail from before has none; whoever records here from now on has to know them, so
-- the version of the schema moves on.
CREATE INDEX record_type_seq ON record (record_type, seq DESC)
  WHERE record_type <> 'decision.audited';

UPDATE head SET version = 3;
