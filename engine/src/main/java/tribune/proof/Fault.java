package tribune.proof;

import java.util.Locale;

/** What kind of thing is wrong with something that was refused. */
public enum Fault {
  /** Longer than anything of its kind may be; not looked at further. */
  TOO_LONG,
  /** Not written as its format demands, or in another spelling than the one that is allowed. */
  MALFORMED,
  /** A verifier key that does not have the key id it states. */
  KEY_ID_MISMATCH,
  /** An index that the tree does not reach. */
  INDEX_BEYOND_SIZE,
  /** A size below 0, or an older tree larger than the newer one. */
  IMPOSSIBLE_SIZE,
  /** More or fewer hashes than the one number that a proof for this place has. */
  WRONG_LENGTH,
  /** The hashes lead to another root. */
  ROOT_MISMATCH,
  /** A checkpoint of another log than those that were asked for. */
  WRONG_ORIGIN,
  /** No signature by a key that is trusted for it. */
  NOT_SIGNED,
  /** A line that names a trusted key and is not its signature. */
  BAD_SIGNATURE,
  /** A request that goes on from another tree than the one last seen. */
  OTHER_STATE,
  /** Fewer cosignatures than the policy demands. */
  QUORUM_NOT_MET;

  /** The name as files write it, such as {@code wrong-length}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
