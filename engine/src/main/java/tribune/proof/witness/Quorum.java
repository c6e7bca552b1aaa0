package tribune.proof.witness;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tribune.proof.note.KeyType;
import tribune.proof.note.VerifierKey;

/** Which witnesses suffice. Immutable. Source: C2SP tlog-policy, "Defining the quorum". */
public sealed interface Quorum {
  /** What a policy calls it. */
  String name();

  /**
   * Whether it is met.
   *
   * @param cosigned the names of the witnesses that cosigned
   */
  boolean isMetBy(Set<String> cosigned);

  <T> T fold(Function<None, T> none, Function<Witness, T> witness, Function<Group, T> group);

  /** No witness need cosign. */
  record None() implements Quorum {
    static final String NAME = "none";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public boolean isMetBy(Set<String> cosigned) {
      return true;
    }

    @Override
    public <T> T fold(
        Function<None, T> none, Function<Witness, T> witness, Function<Group, T> group) {
      return none.apply(this);
    }
  }

  /**
   * One witness.
   *
   * @param name what the policy calls it, which need not be the name of its key
   * @param key checks its cosignatures
   * @param url where it is to be found, for whoever uses it so
   */
  record Witness(String name, VerifierKey key, Optional<String> url) implements Quorum {
    public Witness {
      requireNonNull(name, "name");
      requireNonNull(url, "url");
      if (key.type() != KeyType.COSIGNATURE) {
        throw new IllegalArgumentException(key + " is no key of a witness");
      }
    }

    @Override
    public boolean isMetBy(Set<String> cosigned) {
      return cosigned.contains(name);
    }

    @Override
    public <T> T fold(
        Function<None, T> none, Function<Witness, T> witness, Function<Group, T> group) {
      return witness.apply(this);
    }
  }

  /**
   * So many of these.
   *
   * @param name what the policy calls it
   * @param threshold from 1 to the number of members
   * @param members witnesses and groups
   */
  record Group(String name, int threshold, List<Quorum> members) implements Quorum {
    public Group {
      requireNonNull(name, "name");
      members = List.copyOf(members);
      if (threshold < 1 || threshold > members.size()) {
        throw new IllegalArgumentException(
            "no group needs " + threshold + " of " + members.size() + " members");
      }
      if (members.stream().anyMatch(None.class::isInstance)) {
        throw new IllegalArgumentException("none is no member of a group");
      }
    }

    @Override
    public boolean isMetBy(Set<String> cosigned) {
      return members.stream().filter(member -> member.isMetBy(cosigned)).count() >= threshold;
    }

    @Override
    public <T> T fold(
        Function<None, T> none, Function<Witness, T> witness, Function<Group, T> group) {
      return group.apply(this);
    }
  }
}
