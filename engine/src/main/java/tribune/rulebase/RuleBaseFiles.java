package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tribune.document.Diagnostic;
import tribune.document.Manifest;
import tribune.document.Reading;
import tribune.document.Source;

/**
 * The files of a rule base, byte for byte, and the version that follows from them. Test cases, and
 * what is known of their gaps, stand beside the rules but are no part of the version: a new case
 * does not change what an audit says.
 *
 * <p>A rule base that builds on another one holds the files of that one too, under {@code base/},
 * so that it is whole by itself: a trail that keeps its files can run it again. Immutable.
 */
public final class RuleBaseFiles {
  public static final String DESCRIPTION = "rulebase.yaml";
  public static final String THRESHOLDS = "thresholds.yaml";

  /** What the cases leave open, each with the reason why nothing is wrong with that. */
  public static final String GAPS = "gaps.yaml";

  /** Reasons that a waiver may never use. */
  public static final String WAIVERS = "waivers.yaml";

  /** Where the files of the rule base stand that this one builds on. */
  static final String BASE = "base/";

  /** How many rule bases there may be below one. */
  static final int LIMIT_BASES = 3;

  static final int LIMIT_FILES = 2_000;

  /** All files together; the shipped rule base has less than one MiB. */
  static final long LIMIT_BYTES = 32L << 20;

  private static final String PRINCIPLES = "principles";
  private static final String PRINCIPLE = "principle.yaml";
  private static final String CASES = ".cases.yaml";
  private static final String DRL = ".drl";

  private final String place;
  private final SortedMap<String, byte[]> files;
  private final SortedMap<String, byte[]> own;
  private final SortedMap<String, byte[]> tests;
  private final Optional<RuleBaseFiles> base;
  private final String sha256;

  private RuleBaseFiles(String place, Map<String, byte[]> all, Optional<RuleBaseFiles> base) {
    this.place = place;
    this.own = select(all, path -> !isOfTests(path));
    this.tests = select(all, RuleBaseFiles::isOfTests);
    this.base = base;
    this.files = withBase(own, base);
    this.sha256 = Manifest.sha256(files);
  }

  /**
   * The files of these paths and bytes.
   *
   * @param place what messages call the rule base: a directory, or where else it comes from
   */
  public static Reading<RuleBaseFiles> of(String place, Map<String, byte[]> all) {
    Map<String, byte[]> below = below(all);
    if (!below.containsKey(DESCRIPTION)) {
      return of(place, all, Optional.empty());
    }
    Map<String, byte[]> own = new TreeMap<>(all);
    own.keySet().removeIf(path -> path.startsWith(BASE));
    return requireShortChain(place, all)
        .then(isShort -> of(place + "/base", below))
        .then(base -> of(place, own, Optional.of(base)));
  }

  /**
   * The rule base of these files that builds on another one.
   *
   * @param own without those of the base
   */
  static Reading<RuleBaseFiles> of(
      String place, Map<String, byte[]> own, Optional<RuleBaseFiles> base) {
    for (Map.Entry<String, byte[]> file : new TreeMap<>(own).entrySet()) {
      Reading<Source> text = readable(place, file.getKey(), file.getValue());
      if (text instanceof Reading.Faulty<Source> faulty) {
        return faulty.cast();
      }
    }
    RuleBaseFiles found = new RuleBaseFiles(place, own, base);
    if (!found.own.containsKey(DESCRIPTION) || found.rules().isEmpty()) {
      return Reading.faulty(
          Diagnostic.of(
                  RuleBaseCode.NOT_A_RULE_BASE, Source.of(place, ""), "this is not a rule base")
              .note(
                  "expected " + DESCRIPTION + ", " + THRESHOLDS + " and principles/*/*.drl in it"));
    }
    return new Reading.Sound<>(found, List.of());
  }

  private static Reading<Source> readable(String place, String path, byte[] bytes) {
    if (!Manifest.isPortable(BASE.repeat(LIMIT_BASES) + path)) {
      return Reading.faulty(
          Diagnostic.of(
                  RuleBaseCode.FILE_NAME,
                  Source.of(place + "/" + path, ""),
                  "this file name does not mean the same on every machine")
              .note("use letters A-Z, digits, '.', '_' and '-'"));
    }
    return bytes.length > Source.LIMIT_BYTES
        ? Reading.faulty(tooLarge(place, path + " has " + bytes.length + " bytes"))
        : Source.decode(place + "/" + path, bytes);
  }

  /** The rule base in a directory; if it builds on another one, that is a directory too. */
  public static Reading<RuleBaseFiles> in(Path directory) {
    return in(directory, Map.of());
  }

  /**
   * The rule base in a directory.
   *
   * @param known rule bases that it may build on by their names
   */
  public static Reading<RuleBaseFiles> in(
      Path directory, Map<String, Supplier<RuleBaseFiles>> known) {
    return new RuleBaseDirectory(known).read(directory);
  }

  /** What messages call this rule base. */
  public String place() {
    return place;
  }

  /** The SHA-256 of the manifest, in hex: the version of the rule base. */
  public String sha256() {
    return sha256;
  }

  /** The rule base that this one builds on, if it does. */
  public Optional<RuleBaseFiles> base() {
    return base;
  }

  /**
   * The bytes of each file by its path, in the order of the paths: those of the base under {@code
   * base/}, those of tests left out.
   */
  public SortedMap<String, byte[]> files() {
    return files;
  }

  /** The bytes of each file that tests the rules and is no part of the version, by its path. */
  public SortedMap<String, byte[]> tests() {
    return tests;
  }

  /** All DRL files, those of the base first. */
  public List<Source> rules() {
    return List.copyOf(rulesByPath().values());
  }

  /** The same by their paths. */
  SortedMap<String, Source> rulesByPath() {
    SortedMap<String, Source> rules = new TreeMap<>();
    base.ifPresent(it -> it.rulesByPath().forEach((path, rule) -> rules.put(BASE + path, rule)));
    own.keySet().stream()
        .filter(path -> path.endsWith(DRL))
        .forEach(path -> rules.put(path, source(own, path)));
    return rules;
  }

  /** The DRL files of this rule base, without those of the base. */
  public List<Source> ownRules() {
    return sources(DRL);
  }

  /** Whether a file is its own, and not one of the base. */
  public boolean isOwn(Source file) {
    String within = place + "/";
    return file.name().startsWith(within)
        && own.containsKey(file.name().substring(within.length()));
  }

  /** The principle.yaml of each principle of its own. */
  public List<Source> principles() {
    return sources("/" + PRINCIPLE);
  }

  /** The test cases that stand beside its own rules; those of the base prove the base. */
  public List<Source> cases() {
    return tests.keySet().stream()
        .filter(path -> path.endsWith(CASES))
        .map(path -> source(tests, path))
        .toList();
  }

  /** The file {@link #GAPS}, if there is one. */
  public Optional<Source> gaps() {
    return tests.containsKey(GAPS) ? Optional.of(source(tests, GAPS)) : Optional.empty();
  }

  /** One file of its own, if it is there. */
  public Optional<Source> file(String path) {
    return own.containsKey(path) ? Optional.of(source(own, path)) : Optional.empty();
  }

  @Override
  public String toString() {
    return place + " (" + sha256 + ")";
  }

  private List<Source> sources(String ending) {
    return own.keySet().stream()
        .filter(path -> path.endsWith(ending))
        .map(path -> source(own, path))
        .toList();
  }

  private Source source(Map<String, byte[]> from, String path) {
    byte[] bytes = from.get(path);
    return Source.of(place + "/" + path, new String(bytes == null ? new byte[0] : bytes, UTF_8));
  }

  private static SortedMap<String, byte[]> select(
      Map<String, byte[]> all, Predicate<String> wanted) {
    SortedMap<String, byte[]> selected = new TreeMap<>();
    all.forEach(
        (path, bytes) -> {
          if (isOfRuleBase(path) && wanted.test(path)) {
            selected.put(path, bytes.clone());
          }
        });
    return Collections.unmodifiableSortedMap(selected);
  }

  private static boolean isOfTests(String path) {
    return path.endsWith(CASES) || path.equals(GAPS);
  }

  private static SortedMap<String, byte[]> withBase(
      SortedMap<String, byte[]> own, Optional<RuleBaseFiles> base) {
    if (base.isEmpty()) {
      return own;
    }
    SortedMap<String, byte[]> all = new TreeMap<>(own);
    base.get().files().forEach((path, bytes) -> all.put(BASE + path, bytes));
    return Collections.unmodifiableSortedMap(all);
  }

  /** The files of the base that are carried along, by their paths in it. */
  private static Map<String, byte[]> below(Map<String, byte[]> all) {
    Map<String, byte[]> below = new TreeMap<>();
    all.forEach(
        (path, bytes) -> {
          if (path.startsWith(BASE)) {
            below.put(path.substring(BASE.length()), bytes);
          }
        });
    return below;
  }

  private static Reading<Boolean> requireShortChain(String place, Map<String, byte[]> all) {
    String tooDeep = BASE.repeat(LIMIT_BASES + 1) + DESCRIPTION;
    return all.containsKey(tooDeep)
        ? Reading.faulty(
            Diagnostic.of(
                    RuleBaseCode.BASE_CHAIN,
                    Source.of(place + "/" + tooDeep, ""),
                    "too many rule bases build on each other")
                .note("at most " + LIMIT_BASES + " may stand below one"))
        : new Reading.Sound<>(true, List.of());
  }

  /**
   * Whether a file of that path is part of a rule base. Files beside and below these, such as notes
   * or what a build leaves, are not.
   */
  public static boolean isOfRuleBase(String path) {
    boolean atTop = !path.contains("/");
    boolean ofPrinciple = path.startsWith(PRINCIPLES + "/");
    return path.equals(DESCRIPTION)
        || path.equals(THRESHOLDS)
        || path.equals(GAPS)
        || path.equals(WAIVERS)
        || (path.endsWith(DRL) && (atTop || ofPrinciple))
        || (path.endsWith("/" + PRINCIPLE) && ofPrinciple)
        || (path.endsWith(CASES) && (atTop || ofPrinciple));
  }

  /** The same, or a file of a base that is carried along. */
  static boolean isRead(String path) {
    return path.startsWith(BASE) ? isRead(path.substring(BASE.length())) : isOfRuleBase(path);
  }

  /** Whether a folder of that path may hold such files. */
  static boolean mayHold(String folder) {
    String within = folder + "/";
    return within.startsWith(BASE)
        ? within.equals(BASE) || mayHold(folder.substring(BASE.length()))
        : within.startsWith(PRINCIPLES + "/");
  }

  /** Whether a file holds rules, as its name says. */
  static boolean isRules(Source file) {
    return file.name().endsWith(DRL);
  }

  static Diagnostic tooLarge(String place, String found) {
    return Diagnostic.of(RuleBaseCode.TOO_LARGE, Source.of(place, ""), "too large: " + found)
        .note(
            "a rule base has at most "
                + LIMIT_FILES
                + " files of 1 MiB each, and "
                + (LIMIT_BYTES >> 20)
                + " MiB in all");
  }
}
