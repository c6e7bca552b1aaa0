package tribune.shell.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationTest {

  private static final Declaration PLAIN = Declaration.of("weigh", Group.DECISIONS, "Weigh.");

  @Test
  void a_usage_line_puts_in_brackets_what_may_be_left_out_and_nothing_else() {
    Declaration declaration =
        PLAIN
            .parameter("FILE", Count.ONE, "A file.", Values.file())
            .parameter("MORE", Count.ANY, "More files.", Values.file())
            .options(
                Option.valued("format", "WORD", "The format.", Values.any()).count(Count.ONE),
                Option.valued("set", "X", "A change.", Values.any()).count(Count.SEVERAL),
                Option.flag("all", "All."));
    assertThat(HelpPages.usage(declaration))
        .isEqualTo("weigh --format WORD --set X... [OPTION...] FILE [MORE...]");
  }

  @Test
  void what_cannot_be_parsed_cannot_be_declared() {
    refused(() -> Declaration.of("Weigh", Group.DECISIONS, "Capital."));
    refused(() -> Declaration.of("weigh all now", Group.DECISIONS, "Three words."));
    refused(() -> PLAIN.options(Option.flag("output", "That is a global option.")));
    refused(() -> PLAIN.options(Option.flag("all", "One."), Option.flag("all", "Two.")));
    refused(
        () ->
            PLAIN
                .parameter("MANY", Count.ANY, "All.", Values.any())
                .parameter("ONE", Count.OPTIONAL, "Never reached.", Values.any()));
    refused(
        () ->
            PLAIN
                .parameter("MAYBE", Count.OPTIONAL, "Maybe.", Values.any())
                .parameter("ONE", Count.ONE, "Required after optional.", Values.any()));
    refused(() -> new CommandCatalogue(List.of(PLAIN, PLAIN)));
  }

  private static void refused(Runnable declaring) {
    assertThatThrownBy(declaring::run).isInstanceOf(IllegalArgumentException.class);
  }
}
