package tribune.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Source;
import tribune.rulebase.cases.RuleCase;

/**
 * Proposals of every sort that properties are shown on: the real decisions, the cases of the rule
 * base, which stand close to each threshold, and random ones.
 */
final class KnownProposals {
  private static final Path DECISIONS = Path.of("..", "fixtures", "decisions");
  private static final Path MADE_UP = Path.of("..", "fixtures", "proposals");

  private KnownProposals() {}

  /** A proposal and what to call it where a property does not hold. */
  record Known(String name, Proposal proposal) {}

  static List<Known> all(long seed, int random) {
    List<Known> all = new ArrayList<>(real());
    for (RuleCase one : Shipped.cases()) {
      all.add(new Known(one.expected().check() + ": " + one.expected().name(), one.proposal()));
    }
    all.addAll(random(seed, random));
    return all;
  }

  /** Real decisions and made-up ones, as they stand in the fixtures. */
  static List<Known> real() {
    return Stream.of(DECISIONS, MADE_UP).flatMap(KnownProposals::in).toList();
  }

  private static Stream<Known> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(KnownProposals::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Known read(Path file) {
    try {
      Source source = Source.of(file.toString(), Files.readString(file));
      return new Known(file.getFileName().toString(), ProposalReader.read(source).orThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Known> random(long seed, int count) {
    RandomProposals random = new RandomProposals(seed);
    List<Known> sound = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RandomProposals.Draft draft = random.next();
      Optional<Proposal> proposal = draft.read();
      proposal.ifPresent(it -> sound.add(new Known("seed " + seed + "\n" + draft.text(), it)));
    }
    return sound;
  }
}
