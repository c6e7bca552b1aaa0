package tribune.decision;

/** Whom the proposal compares itself with. */
public enum BenchmarkKind {
  COMPETITOR,
  OTHER_INDUSTRY,
  OWN_PAST
}
