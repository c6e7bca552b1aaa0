package tribune.rulebase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.NearestName;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.schema.Binder;
import tribune.schema.Part;

/**
 * Reads a rule base from a directory, and the rule bases that it builds on: known ones by their
 * names, others from directories relative to that of the rule base that names them, or from the
 * files that it carries under {@code base/}.
 */
final class RuleBaseDirectory {
  private final Map<String, Supplier<RuleBaseFiles>> known;
  private final List<Path> chain = new ArrayList<>();

  RuleBaseDirectory(Map<String, Supplier<RuleBaseFiles>> known) {
    this.known = Map.copyOf(known);
  }

  Reading<RuleBaseFiles> read(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Reading.faulty(
          unreadable(directory, "there is no such directory")
              .note("give the directory that holds " + RuleBaseFiles.DESCRIPTION));
    }
    try {
      chain.add(directory.toRealPath());
      return RuleBaseFolder.files(directory)
          .then(found -> bytes(directory, found))
          .then(all -> read(directory, all));
    } catch (IOException | UncheckedIOException e) {
      return Reading.faulty(
          unreadable(directory, "the rule base cannot be read: " + e.getMessage())
              .note("check that you may read the directory and its files"));
    }
  }

  private static Reading<Map<String, byte[]>> bytes(Path directory, Map<String, Path> found) {
    Map<String, byte[]> all = new TreeMap<>();
    long total = 0;
    for (Map.Entry<String, Path> file : found.entrySet()) {
      byte[] bytes = bytes(file.getValue());
      total += bytes.length;
      if (total > RuleBaseFiles.LIMIT_BYTES) {
        return Reading.faulty(
            RuleBaseFiles.tooLarge(directory.toString(), "its files have more bytes together"));
      }
      all.put(file.getKey(), bytes);
    }
    return new Reading.Sound<>(all, List.of());
  }

  /** A folder called base is part of a rule base only if that says that it builds on one. */
  private Reading<RuleBaseFiles> read(Path directory, Map<String, byte[]> all) {
    String place = directory.toString();
    Map<String, byte[]> own = new TreeMap<>(all);
    own.keySet().removeIf(path -> path.startsWith(RuleBaseFiles.BASE));
    Optional<Part<RuleBaseDescription>> extending =
        description(place, own).filter(part -> part.value().base() != null);
    if (extending.isEmpty()) {
      return RuleBaseFiles.of(place, own);
    }
    if (all.containsKey(RuleBaseFiles.BASE + RuleBaseFiles.DESCRIPTION)) {
      return RuleBaseFiles.of(place, all);
    }
    return base(directory, extending.get(), source(place, own))
        .then(base -> RuleBaseFiles.of(place, own, Optional.of(base)));
  }

  /** What rulebase.yaml says, as far as it can be read; its mistakes are reported later. */
  private static Optional<Part<RuleBaseDescription>> description(
      String place, Map<String, byte[]> own) {
    Source source = source(place, own);
    Diagnostics unheard = new Diagnostics(source);
    return YamlReader.read(source, unheard)
        .flatMap(
            it ->
                Binder.bind(it.root(), RuleBaseDescription.class, unheard)
                    .parts(RuleBaseDescription.class)
                    .stream()
                    .findFirst());
  }

  private static Source source(String place, Map<String, byte[]> own) {
    byte[] bytes = own.getOrDefault(RuleBaseFiles.DESCRIPTION, new byte[0]);
    String name = place + "/" + RuleBaseFiles.DESCRIPTION;
    return Source.decode(name, bytes).fold(Reading.Sound::value, faulty -> Source.of(name, ""));
  }

  private Reading<RuleBaseFiles> base(
      Path directory, Part<RuleBaseDescription> description, Source source) {
    String wanted = String.valueOf(description.value().base());
    Supplier<RuleBaseFiles> shipped = known.get(wanted);
    if (shipped != null) {
      return new Reading.Sound<>(shipped.get(), List.of());
    }
    Optional<Path> beside = beside(directory, wanted);
    if (beside.isEmpty()) {
      return Reading.faulty(
          Diagnostic.of(RuleBaseCode.UNKNOWN_BASE, source, "there is no rule base " + wanted)
              .at(description.place("extends"))
              .note(
                  NearestName.to(wanted, known.keySet())
                      .map(near -> "did you mean " + near + "?")
                      .orElse("write " + known() + "a directory relative to this one")));
    }
    Optional<String> trouble = trouble(beside.get());
    return trouble.isPresent()
        ? Reading.faulty(
            Diagnostic.of(RuleBaseCode.BASE_CHAIN, source, trouble.get())
                .at(description.place("extends"))
                .note("build on a rule base that stands alone"))
        : read(beside.get());
  }

  private String known() {
    return known.isEmpty() ? "" : String.join(", ", known.keySet()) + " or ";
  }

  /** The directory of this name, seen from another one. */
  private static Optional<Path> beside(Path directory, String name) {
    try {
      Path path = Path.of(name);
      Path found = directory.resolve(path).normalize();
      return !path.isAbsolute() && Files.isDirectory(found) ? Optional.of(found) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<String> trouble(Path base) {
    try {
      if (chain.contains(base.toRealPath())) {
        return Optional.of("the rule base builds on itself, by way of " + base);
      }
    } catch (IOException e) {
      return Optional.of("the rule base " + base + " cannot be read: " + e.getMessage());
    }
    return chain.size() > RuleBaseFiles.LIMIT_BASES
        ? Optional.of("more than " + RuleBaseFiles.LIMIT_BASES + " rule bases stand below one")
        : Optional.empty();
  }

  private static byte[] bytes(Path file) {
    try {
      return RuleBaseFolder.bytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Diagnostic unreadable(Path directory, String message) {
    return Diagnostic.of(
        RuleBaseCode.NOT_A_RULE_BASE, Source.of(directory.toString(), ""), message);
  }
}
