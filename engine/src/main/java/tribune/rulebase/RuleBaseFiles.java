package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tribune.document.Diagnostic;
import tribune.document.Manifest;
import tribune.document.Reading;
import tribune.document.Source;

/**
 * The files of a rule base, byte for byte, and the version that follows from them. Test cases stand
 * beside the rules but are no part of the version: a new case does not change what an audit says.
 * Immutable.
 */
public final class RuleBaseFiles {
  public static final String DESCRIPTION = "rulebase.yaml";
  public static final String THRESHOLDS = "thresholds.yaml";

  private static final String PRINCIPLES = "principles";
  private static final String PRINCIPLE = "principle.yaml";
  private static final String CASES = ".cases.yaml";
  private static final String DRL = ".drl";
  private static final int LIMIT_FILES = 2_000;
  private static final int LIMIT_DEPTH = 8;

  private final String place;
  private final SortedMap<String, byte[]> files;
  private final SortedMap<String, byte[]> cases;
  private final String sha256;

  private RuleBaseFiles(String place, Map<String, byte[]> all) {
    this.place = place;
    this.files = select(all, false);
    this.cases = select(all, true);
    this.sha256 = Manifest.sha256(files);
  }

  /**
   * The files of these paths and bytes.
   *
   * @param place what messages call the rule base: a directory, or where else it comes from
   */
  public static Reading<RuleBaseFiles> of(String place, Map<String, byte[]> all) {
    Source whole = Source.of(place, "");
    for (Map.Entry<String, byte[]> file : all.entrySet()) {
      if (!Manifest.isPortable(file.getKey())) {
        return Reading.faulty(
            Diagnostic.of(
                    RuleBaseCode.FILE_NAME,
                    Source.of(place + "/" + file.getKey(), ""),
                    "this file name does not mean the same on every machine")
                .note("use letters A-Z, digits, '.', '_' and '-'"));
      }
      if (file.getValue().length > Source.LIMIT_BYTES) {
        return Reading.faulty(
            tooLarge(place, file.getKey() + " has " + file.getValue().length + " bytes"));
      }
    }
    for (Map.Entry<String, byte[]> file : new TreeMap<>(all).entrySet()) {
      Reading<Source> text = Source.decode(place + "/" + file.getKey(), file.getValue());
      if (text instanceof Reading.Faulty<Source> faulty) {
        return faulty.cast();
      }
    }
    RuleBaseFiles found = new RuleBaseFiles(place, all);
    if (!found.files.containsKey(DESCRIPTION) || found.rules().isEmpty()) {
      return Reading.faulty(
          Diagnostic.of(RuleBaseCode.NOT_A_RULE_BASE, whole, "this is not a rule base")
              .note(
                  "expected " + DESCRIPTION + ", " + THRESHOLDS + " and principles/*/*.drl in it"));
    }
    return new Reading.Sound<>(found, List.of());
  }

  /** The rule base in a directory. */
  public static Reading<RuleBaseFiles> in(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Reading.faulty(
          Diagnostic.of(
                  RuleBaseCode.NOT_A_RULE_BASE,
                  Source.of(directory.toString(), ""),
                  "there is no such directory")
              .note("give the directory that holds " + DESCRIPTION));
    }
    try (Stream<Path> walk = Files.walk(directory, LIMIT_DEPTH)) {
      List<Path> found =
          walk.filter(file -> Files.isRegularFile(file) && isOfRuleBase(name(directory, file)))
              .limit(LIMIT_FILES + 1L)
              .toList();
      if (found.size() > LIMIT_FILES) {
        return Reading.faulty(
            tooLarge(directory.toString(), "it has more than " + LIMIT_FILES + " files"));
      }
      return of(
          directory.toString(),
          found.stream().collect(toMap(file -> name(directory, file), RuleBaseFiles::read)));
    } catch (IOException | UncheckedIOException e) {
      return Reading.faulty(
          Diagnostic.of(
                  RuleBaseCode.NOT_A_RULE_BASE,
                  Source.of(directory.toString(), ""),
                  "the rule base cannot be read: " + e.getMessage())
              .note("check that you may read the directory and its files"));
    }
  }

  /** What messages call this rule base. */
  public String place() {
    return place;
  }

  /** The SHA-256 of the manifest, in hex: the version of the rule base. */
  public String sha256() {
    return sha256;
  }

  /** The bytes of each file by its path, in the order of the paths; test cases left out. */
  public SortedMap<String, byte[]> files() {
    return files;
  }

  /** All DRL files. */
  public List<Source> rules() {
    return sources(DRL);
  }

  /** The principle.yaml of each principle. */
  public List<Source> principles() {
    return sources("/" + PRINCIPLE);
  }

  /** The test cases that stand beside the rules. */
  public List<Source> cases() {
    return cases.keySet().stream().map(path -> source(cases, path)).toList();
  }

  /** The paths of the files with test cases, in their order. */
  public List<String> casePaths() {
    return List.copyOf(cases.keySet());
  }

  /** One file, if it is there. */
  public Optional<Source> file(String path) {
    return files.containsKey(path) ? Optional.of(source(files, path)) : Optional.empty();
  }

  @Override
  public String toString() {
    return place + " (" + sha256 + ")";
  }

  private List<Source> sources(String ending) {
    return files.keySet().stream()
        .filter(path -> path.endsWith(ending))
        .map(path -> source(files, path))
        .toList();
  }

  private Source source(Map<String, byte[]> from, String path) {
    byte[] bytes = from.get(path);
    return Source.of(place + "/" + path, new String(bytes == null ? new byte[0] : bytes, UTF_8));
  }

  private static SortedMap<String, byte[]> select(Map<String, byte[]> all, boolean isCase) {
    SortedMap<String, byte[]> selected = new TreeMap<>();
    all.forEach(
        (path, bytes) -> {
          if (isOfRuleBase(path) && path.endsWith(CASES) == isCase) {
            selected.put(path, bytes.clone());
          }
        });
    return Collections.unmodifiableSortedMap(selected);
  }

  /** Files beside and below these, such as notes or what a build leaves, are no part of it. */
  private static boolean isOfRuleBase(String path) {
    boolean atTop = !path.contains("/");
    boolean ofPrinciple = path.startsWith(PRINCIPLES + "/");
    return path.equals(DESCRIPTION)
        || path.equals(THRESHOLDS)
        || (path.endsWith(DRL) && (atTop || ofPrinciple))
        || (path.endsWith("/" + PRINCIPLE) && ofPrinciple)
        || (path.endsWith(CASES) && (atTop || ofPrinciple));
  }

  private static String name(Path directory, Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  private static byte[] read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Source.LIMIT_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Diagnostic tooLarge(String place, String found) {
    return Diagnostic.of(RuleBaseCode.TOO_LARGE, Source.of(place, ""), "too large: " + found)
        .note("a rule base has at most " + LIMIT_FILES + " files of 1 MiB each");
  }
}
