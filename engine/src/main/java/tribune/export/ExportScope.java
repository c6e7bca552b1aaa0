package tribune.export;

/** Which records of a trail an export holds. */
public enum ExportScope {
  /** All of them. */
  WHOLE,
  /** All that came after an older checkpoint. */
  SINCE,
  /** The audits that a filter wants. */
  SELECTED
}
