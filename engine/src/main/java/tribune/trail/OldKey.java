package tribune.trail;

/** What becomes of a signing key that another one replaced. */
public enum OldKey {
  /** It stays beside the new one, read-only, under a name that says so. */
  KEPT,
  /** Its file is removed; what a disk keeps of removed files is beyond us. */
  DESTROYED
}
