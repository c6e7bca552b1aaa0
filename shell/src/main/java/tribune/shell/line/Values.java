package tribune.shell.line;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.shell.core.command.completion.CompletionProposal;
import org.springframework.shell.core.command.completion.CompletionProvider;
import tribune.document.NearestName;

/** What an argument or the value of an option may be, and what to propose for it. */
public sealed interface Values {

  /**
   * The value as the command gets it.
   *
   * @return the value, or why it cannot be taken
   */
  Judged judge(String value);

  /** What Spring Shell's completion plumbing asks for the value at the cursor. */
  CompletionProvider proposals();

  /** The only words allowed; empty if there is no such list. */
  default List<String> words() {
    return List.of();
  }

  static Values any() {
    return suggested(List::of);
  }

  /** Any text; the words, asked for anew each time, are proposed. */
  static Values suggested(Supplier<List<String>> words) {
    return new Open(context -> words.get().stream().map(CompletionProposal::new).toList());
  }

  /** Only these words; upper and lower case are the same. */
  static Values oneOf(List<String> words) {
    return new OneOf(words);
  }

  static Values oneOf(String... words) {
    return new OneOf(Arrays.asList(words));
  }

  /** Some of these words, with commas between, none twice; upper and lower case are the same. */
  static Values someOf(List<String> words) {
    return new SomeOf(new OneOf(words));
  }

  /** A whole number between two, both included. */
  static Values wholeNumber(long least, long most) {
    return new WholeNumber(least, most);
  }

  /** The path of a file; {@code -} where the command reads standard input. */
  static Values file() {
    return new PathName(new PathProposals(PathProposals.Wanted.FILES));
  }

  static Values directory() {
    return new PathName(new PathProposals(PathProposals.Wanted.DIRECTORIES));
  }

  /** A value that is taken, or the reason why not with what to do. */
  record Judged(String value, Optional<String> objection, List<String> advice) {
    static Judged taken(String value) {
      return new Judged(value, Optional.empty(), List.of());
    }

    static Judged refused(String value, String objection, String... advice) {
      return new Judged(value, Optional.of(objection), List.of(advice));
    }
  }

  /** Any text. */
  record Open(CompletionProvider proposals) implements Values {
    @Override
    public Judged judge(String value) {
      return Judged.taken(value);
    }
  }

  /** One of a few words. */
  record OneOf(List<String> words) implements Values {
    public OneOf {
      words = List.copyOf(words);
    }

    @Override
    public Judged judge(String value) {
      Optional<String> known = words.stream().filter(value::equalsIgnoreCase).findFirst();
      if (known.isPresent()) {
        return Judged.taken(known.get());
      }
      String allowed = "allowed: " + String.join(", ", words);
      return NearestName.to(value, words)
          .map(
              near ->
                  Judged.refused(value, "it is not allowed", "did you mean " + near + "?", allowed))
          .orElseGet(() -> Judged.refused(value, "it is not allowed", allowed));
    }

    @Override
    public CompletionProvider proposals() {
      return context -> words.stream().map(CompletionProposal::new).toList();
    }
  }

  /** Several of a few words, with commas between. */
  record SomeOf(OneOf each) implements Values {
    private static final String COMMA = ",";

    @Override
    public Judged judge(String value) {
      List<String> taken = new ArrayList<>();
      for (String word : value.split(COMMA, -1)) {
        Judged judged = each.judge(word.strip());
        if (judged.objection().isPresent()) {
          String objection = "'" + word.strip() + "' is not allowed";
          return new Judged(value, Optional.of(objection), judged.advice());
        }
        if (taken.contains(judged.value())) {
          return Judged.refused(value, judged.value() + " stands there twice");
        }
        taken.add(judged.value());
      }
      return Judged.taken(String.join(COMMA, taken));
    }

    @Override
    public List<String> words() {
      return each.words();
    }

    @Override
    public CompletionProvider proposals() {
      return context -> {
        String typed = Optional.ofNullable(context.currentWordUpToCursor()).orElse("");
        String before = typed.substring(0, typed.lastIndexOf(COMMA) + 1);
        List<String> had = Arrays.asList(before.split(COMMA));
        return each.words().stream()
            .filter(word -> !had.contains(word))
            .map(word -> new CompletionProposal(before + word).displayText(word))
            .toList();
      };
    }
  }

  /** A whole number in a range. */
  record WholeNumber(long least, long most) implements Values {
    @Override
    public Judged judge(String value) {
      try {
        long number = Long.parseLong(value);
        if (number >= least && number <= most) {
          return Judged.taken(Long.toString(number));
        }
      } catch (NumberFormatException notANumber) {
        // refused below, in the same words as a number out of range
      }
      return Judged.refused(value, "a whole number from " + least + " to " + most + " is needed");
    }

    @Override
    public CompletionProvider proposals() {
      return context -> List.of();
    }
  }

  /** The name of a file or a directory, which need not exist. */
  record PathName(CompletionProvider proposals) implements Values {
    @Override
    public Judged judge(String value) {
      if (value.isEmpty()) {
        return Judged.refused(value, "a path is needed, and this is empty");
      }
      try {
        return Judged.taken(Path.of(value).toString());
      } catch (InvalidPathException impossible) {
        return Judged.refused(value, "no path can be written so: " + impossible.getReason());
      }
    }
  }
}
