package tribune.export;

/** The files that every export has, and those of the format jsonl. */
final class ExportNames {
  static final String MANIFEST = "manifest.json";
  static final String STATEMENT = "statement.dsse.json";
  static final String RECORDS = "records.jsonl";
  static final String LEAVES = "leaves.txt";
  static final String PROOFS = "proofs.txt";
  static final String CHECKPOINT = "checkpoint";
  static final String KEY = "key.vkey";
  static final String SINCE = "since.checkpoint";
  static final String CONSISTENCY = "consistency.txt";
  static final String VERIFIER = "Verify.java";
  static final String README = "README.txt";
  static final String PAYLOADS = "payloads.jsonl";
  static final String RULE_BASES = "rulebases";

  private ExportNames() {}
}
