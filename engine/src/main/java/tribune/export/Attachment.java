package tribune.export;

/** What lies beside a record, and what not every export holds. */
public enum Attachment {
  FACTS,
  RULE_BASES
}
