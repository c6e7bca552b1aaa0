package tribune.proof.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tribune.proof.ProofRefused;
import tribune.proof.note.KeyType;
import tribune.proof.note.VerifierKey;
import tribune.proof.text.Spelling;
import tribune.proof.text.StrictText;

/** Reads a policy file, collecting its mistakes. Used once. Source: C2SP tlog-policy. */
final class PolicyReader {
  static final int MAX_BYTES = 64 * 1024;

  /** How many logs, witnesses and groups there may be of each. */
  static final int MAX_OF_A_KIND = 64;

  private static final String WHAT = "policy";
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");

  private final List<TrustPolicy.Log> logs = new ArrayList<>();
  private final List<Quorum.Witness> witnesses = new ArrayList<>();
  private final List<Quorum.Group> groups = new ArrayList<>();
  private final Map<String, Quorum> named = new HashMap<>();
  private final Set<String> names = new HashSet<>(Set.of(Quorum.None.NAME));
  private final Set<String> members = new HashSet<>();
  private final List<PolicyRefused.Mistake> mistakes = new ArrayList<>();
  private @Nullable Quorum quorum;
  private boolean quorumStated;
  private int line;

  private PolicyReader() {}

  static TrustPolicy read(byte[] bytes) {
    return new PolicyReader().policy(StrictText.utf8(WHAT, bytes, MAX_BYTES));
  }

  private TrustPolicy policy(String text) {
    String[] lines = text.split("\n", -1);
    for (String each : Arrays.asList(lines).subList(0, lines.length - 1)) {
      line++;
      readLine(each);
    }
    line++;
    if (!lines[lines.length - 1].isEmpty()) {
      mistake("found an end in the middle of a line, expected a newline as the last byte");
    } else if (!quorumStated) {
      mistake("found the end, expected a line: quorum NAME, or: quorum none");
    }
    Quorum demanded = quorum;
    if (!mistakes.isEmpty() || demanded == null) {
      throw new PolicyRefused(mistakes);
    }
    return new TrustPolicy(logs, witnesses, groups, demanded);
  }

  private void readLine(String text) {
    if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      mistake("found a control character, expected none but the tab");
      return;
    }
    List<String> words = BLANKS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty() || words.get(0).startsWith("#")) {
      return;
    }
    List<String> rest = words.subList(1, words.size());
    switch (words.get(0)) {
      case "log" -> readLog(rest);
      case "witness" -> readWitness(rest);
      case "group" -> readGroup(rest);
      case "quorum" -> readQuorum(rest);
      default ->
          mistake(
              "found "
                  + StrictText.shown(words.get(0))
                  + ", expected log, witness, group, quorum, or # before a comment");
    }
  }

  private void readLog(List<String> words) {
    if (words.isEmpty() || words.size() > 2) {
      mistake("found " + words.size() + " words after log, expected: log VKEY [URL]");
      return;
    }
    VerifierKey key = key(words.get(0), KeyType.NOTE);
    if (key == null) {
      return;
    }
    boolean twice = logs.stream().anyMatch(log -> isSame(log.key(), key));
    if (twice) {
      mistake("found the key of a log a second time, expected each key once");
    } else if (isRoomFor(logs.size() + 1, "logs")) {
      logs.add(new TrustPolicy.Log(key, word(words, 1)));
    }
  }

  private void readWitness(List<String> words) {
    if (words.size() < 2 || words.size() > 3) {
      mistake("found " + words.size() + " words after witness, expected: witness NAME VKEY [URL]");
      return;
    }
    boolean fresh = isNew(words.get(0));
    VerifierKey key = key(words.get(1), KeyType.COSIGNATURE);
    if (key == null || !fresh) {
      return;
    }
    boolean twice = witnesses.stream().anyMatch(witness -> isSame(witness.key(), key));
    if (twice) {
      mistake("found the key of a witness a second time, expected each key once");
    } else if (isRoomFor(witnesses.size() + 1, "witnesses")) {
      Quorum.Witness witness = new Quorum.Witness(words.get(0), key, word(words, 2));
      witnesses.add(witness);
      named.put(witness.name(), witness);
    }
  }

  private void readGroup(List<String> words) {
    if (words.size() < 3) {
      mistake(
          "found " + words.size() + " words after group, expected: group NAME K|any|all MEMBER...");
      return;
    }
    int before = mistakes.size();
    List<String> memberNames = words.subList(2, words.size());
    int threshold = threshold(words.get(1), memberNames.size());
    List<Quorum> found = memberNames.stream().flatMap(name -> member(name).stream()).toList();
    isNew(words.get(0));
    if (mistakes.size() == before
        && found.size() == memberNames.size()
        && isRoomFor(groups.size() + 1, "groups")) {
      Quorum.Group group = new Quorum.Group(words.get(0), threshold, found);
      groups.add(group);
      named.put(group.name(), group);
    }
  }

  private void readQuorum(List<String> words) {
    if (quorumStated) {
      mistake("found a second quorum line, expected one");
      return;
    }
    quorumStated = true;
    if (words.size() != 1) {
      mistake("found " + words.size() + " words after quorum, expected: quorum NAME, or none");
    } else if (words.get(0).equals(Quorum.None.NAME)) {
      quorum = new Quorum.None();
    } else {
      quorum = defined(words.get(0)).orElse(null);
    }
  }

  private int threshold(String word, int size) {
    if (word.equals("any")) {
      return 1;
    }
    if (word.equals("all")) {
      return size;
    }
    OptionalLong number = Spelling.decimal(word);
    if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > size) {
      mistake("found " + StrictText.shown(word) + ", expected any, all, or 1 to " + size);
      return 1;
    }
    return (int) number.getAsLong();
  }

  private Optional<Quorum> member(String name) {
    if (!members.add(name)) {
      mistake(
          "found "
              + StrictText.shown(name)
              + " as a member again, expected each name in one group");
      return Optional.empty();
    }
    return defined(name);
  }

  /** What a line above calls so. A name whose own line is mistaken has had its message there. */
  private Optional<Quorum> defined(String name) {
    if (!names.contains(name) || name.equals(Quorum.None.NAME)) {
      mistake("found " + StrictText.shown(name) + ", expected a witness or group of a line above");
    }
    return Optional.ofNullable(named.get(name));
  }

  private boolean isNew(String name) {
    if (names.add(name)) {
      return true;
    }
    mistake("found the name " + StrictText.shown(name) + ", expected one that is not taken");
    return false;
  }

  private @Nullable VerifierKey key(String text, KeyType type) {
    try {
      VerifierKey key = VerifierKey.parse(text);
      if (key.type() == type) {
        return key;
      }
      mistake(
          "found a key for "
              + (type == KeyType.NOTE ? "cosignatures" : "notes")
              + ", expected one for "
              + (type == KeyType.NOTE ? "notes (type 1)" : "cosignatures (type 4)"));
    } catch (ProofRefused e) {
      mistake(e.getMessage());
    }
    return null;
  }

  private boolean isRoomFor(int count, String kind) {
    if (count <= MAX_OF_A_KIND) {
      return true;
    }
    mistake("found more than " + MAX_OF_A_KIND + " " + kind + ", expected at most so many");
    return false;
  }

  private void mistake(@Nullable String message) {
    mistakes.add(new PolicyRefused.Mistake(line, String.valueOf(message)));
  }

  private static boolean isSame(VerifierKey one, VerifierKey other) {
    return Arrays.equals(one.publicKey(), other.publicKey());
  }

  private static Optional<String> word(List<String> words, int index) {
    return words.size() > index ? Optional.of(words.get(index)) : Optional.empty();
  }
}
