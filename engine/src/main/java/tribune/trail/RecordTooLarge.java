package tribune.trail;

/** What was to be recorded is longer than a record or its facts may be. Nothing was recorded. */
public final class RecordTooLarge extends TrailException {
  private static final long serialVersionUID = 1L;

  private RecordTooLarge(String message) {
    super(message, null);
  }

  static RecordTooLarge of(AuditRecord record, int bytes) {
    return new RecordTooLarge(
        "refused, nothing was recorded: the record has "
            + bytes
            + " bytes, expected at most "
            + AuditRecord.MAX_BYTES
            + "; "
            + record
                .body()
                .fold(
                    opened -> "shorten the names in it",
                    audited -> largest(audited.result()),
                    recovered -> "shorten the names in it",
                    activated -> "shorten the reason",
                    exported -> "ask for fewer things in one filter",
                    rotated -> "shorten the reason"));
  }

  static RecordTooLarge facts(int bytes) {
    return new RecordTooLarge(
        "refused, nothing was recorded: the facts of this decision have "
            + bytes
            + " bytes, expected at most "
            + Payload.MAX_BYTES
            + "; shorten the texts in the proposal");
  }

  private static String largest(AuditResult result) {
    return FindingJson.largest(result.findings())
        .map(
            sized ->
                "the largest finding is "
                    + sized.finding().check()
                    + " ("
                    + sized.finding().outcome()
                    + ", "
                    + sized.bytes()
                    + " bytes): let its rules say less, or bind fewer values")
        .orElse("it has no findings: shorten the texts in it");
  }
}
