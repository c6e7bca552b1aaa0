package tribune.export;

import tribune.proof.Hash;
import tribune.trail.Payload;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;

/** Where what belongs to a record is looked up: a trail, or the files of an export. */
interface Attachments {
  /** The facts of an audit, which fit its commitment. */
  Payload facts(StoredRecord record);

  /** The rule base with this hash. */
  StoredRuleBase ruleBase(Hash sha256);
}
