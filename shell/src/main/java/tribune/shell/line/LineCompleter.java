package tribune.shell.line;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.springframework.shell.core.command.completion.CompletionContext;
import org.springframework.shell.core.command.completion.CompletionProposal;
import org.springframework.shell.core.command.completion.CompletionProvider;

/** Proposes what can stand at the cursor: commands, options, their values, arguments. */
public final class LineCompleter implements Completer {

  private final CommandCatalogue catalogue;

  public LineCompleter(CommandCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String typed = line.word().substring(0, line.wordCursor());
    LineReading before = LineReading.of(catalogue, line.words().subList(0, line.wordIndex()));
    candidates(before, typed).forEach(candidates::add);
  }

  private Stream<Candidate> candidates(LineReading before, String typed) {
    if (before.awaiting().isPresent()) {
      return values(before.awaiting().get().values(), "", typed);
    }
    if (!before.onlyArguments() && typed.startsWith("--") && typed.contains("=")) {
      return valuesAfterEquals(before, typed);
    }
    if (!before.onlyArguments() && typed.startsWith("-")) {
      return options(before).map(LineCompleter::candidate);
    }
    Stream<Candidate> names =
        before.isNameOpen()
            ? catalogue.wordsAfter(before.name()).stream().map(word -> name(before.name(), word))
            : Stream.empty();
    return Stream.concat(names, arguments(before, typed));
  }

  private Stream<Candidate> valuesAfterEquals(LineReading before, String typed) {
    int value = typed.indexOf('=') + 1;
    String label = typed.substring(2, value - 1);
    return options(before)
        .filter(option -> option.name().equals(label))
        .filter(Option.Valued.class::isInstance)
        .flatMap(
            option ->
                values(
                    ((Option.Valued) option).values(),
                    typed.substring(0, value),
                    typed.substring(value)));
  }

  /** Those that may still be given. */
  private static Stream<Option> options(LineReading before) {
    Stream<Option> own =
        before.command().map(command -> command.options().stream()).orElse(Stream.empty());
    return Stream.concat(own, GlobalOptions.all().stream())
        .filter(
            option ->
                option.count().isRepeatable() || !before.options().containsKey(option.name()));
  }

  private static Stream<Candidate> arguments(LineReading before, String typed) {
    Optional<Parameter> parameter =
        before.command().flatMap(command -> command.parameterAt(before.arguments().size()));
    return parameter.map(next -> values(next.values(), "", typed)).orElse(Stream.empty());
  }

  private static Stream<Candidate> values(Values values, String beginning, String typed) {
    CompletionProvider provider = values.proposals();
    CompletionContext context =
        new CompletionContext(List.of(typed), 0, typed.length(), null, null);
    return provider.apply(context).stream().map(proposal -> candidate(beginning, proposal));
  }

  private Candidate name(String before, String word) {
    String name = before.isEmpty() ? word : before + " " + word;
    String summary = catalogue.named(name).map(Declaration::summary).orElse(null);
    return new Candidate(word, word, null, summary, null, null, true);
  }

  private static Candidate candidate(Option option) {
    String word = "--" + option.name();
    return new Candidate(word, word, null, option.summary(), null, null, true);
  }

  private static Candidate candidate(String beginning, CompletionProposal proposal) {
    return new Candidate(
        beginning + proposal.value(),
        proposal.displayText(),
        proposal.category(),
        proposal.description(),
        null,
        null,
        proposal.complete());
  }
}
