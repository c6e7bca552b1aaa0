package tribune.trail;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tribune.proof.Hash;
import tribune.proof.TreeHash;

/**
 * Checks that a record is what was written, follows the one before, and has beside it what it
 * names: the same wherever it is stored.
 */
final class EntryCheck {
  private final Function<Hash, Optional<RuleBaseRef>> ruleBases;

  /** What does not fit; where it was found is for the caller to say. */
  static final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String found;
    private final String expected;

    Misfit(String found, String expected) {
      super("found " + found + ", expected " + expected);
      this.found = found;
      this.expected = expected;
    }

    String found() {
      return found;
    }

    String expected() {
      return expected;
    }
  }

  /**
   * @param ruleBases those that records may name
   */
  EntryCheck(Function<Hash, Optional<RuleBaseRef>> ruleBases) {
    this.ruleBases = ruleBases;
  }

  /**
   * The record that was stored as these bytes.
   *
   * @param leaf stored with it
   * @param payload stored beside it
   * @param end what it has to follow
   */
  Entry entry(Bytes stored, Hash leaf, @Nullable Payload payload, TrailEnd end) throws Misfit {
    return entry(vet(stored, leaf, payload), end);
  }

  /** The record that was looked at alone, if it follows those before it. */
  Entry entry(Vetted vetted, TrailEnd end) throws Misfit {
    StoredRecord record = vetted.record();
    Optional<TrailEnd.Mismatch> mismatch = end.mismatch(record.content());
    if (mismatch.isPresent()) {
      throw new Misfit(mismatch.get().found(), mismatch.get().expected());
    }
    Entry entry = vetted.entry();
    Optional<RuleBaseRef> named = record.content().body().namedRuleBase();
    if (named.isPresent()) {
      requireKept(named.get());
    }
    return entry;
  }

  /**
   * Looks at one record without those before it: bytes against leaf, facts against commitment.
   * Everything that takes time is here, for any thread.
   */
  static Vetted vet(Bytes stored, Hash leaf, @Nullable Payload payload) {
    StoredRecord record;
    try {
      byte[] bytes = stored.toArray();
      Hash computed = TreeHash.leaf(bytes);
      require(computed.equals(leaf), "bytes with leaf hash " + computed, leaf.hex());
      record = record(bytes, computed);
    } catch (Misfit e) {
      return new Vetted.Unfit(e);
    }
    Entry entry = new Entry(record, payload);
    try {
      requireFits(entry.audited(), payload);
      entry.projection();
      return new Vetted.Fit(entry);
    } catch (Misfit e) {
      return new Vetted.WithoutFacts(record, e);
    }
  }

  private static StoredRecord record(byte[] bytes, Hash leaf) throws Misfit {
    try {
      return StoredRecord.read(bytes, leaf);
    } catch (UnreadableRecord e) {
      throw new Misfit("a record that cannot be read (" + e.getMessage() + ")", "a record");
    }
  }

  private static void requireFits(Optional<Body.Audited> audited, @Nullable Payload payload)
      throws Misfit {
    if (audited.isEmpty()) {
      require(payload == null, "facts beside a record that is no audit", "no facts");
      return;
    }
    if (payload == null) {
      throw new Misfit("an audit without its facts", "its facts beside it");
    }
    FactsRef facts = audited.get().facts();
    Hash commitment = payload.commitment();
    require(
        commitment.equals(facts.commitment()) && payload.bytes() == facts.bytes(),
        "facts of " + payload.bytes() + " bytes with commitment " + commitment,
        "facts of " + facts.bytes() + " bytes with commitment " + facts.commitment());
  }

  private void requireKept(RuleBaseRef wanted) throws Misfit {
    Optional<RuleBaseRef> known = ruleBases.apply(wanted.sha256());
    require(
        known.filter(wanted::equals).isPresent(),
        known.map(RuleBaseRef::toString).orElse("no rule base"),
        "rule base " + wanted);
  }

  private static void require(boolean fits, String found, String expected) throws Misfit {
    if (!fits) {
      throw new Misfit(found, expected);
    }
  }
}
