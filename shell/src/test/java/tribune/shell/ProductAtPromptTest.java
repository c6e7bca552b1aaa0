package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.TypingUser.CTRL_C;
import static tribune.shell.TypingUser.ENTER;
import static tribune.shell.TypingUser.TAB;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tribune.shell.line.ExitCode;

/** The commands of the product at the prompt. */
class ProductAtPromptTest {

  @Test
  void a_board_audits_and_asks_why() throws IOException {
    Desk desk = Desk.cleared("prompt");
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("au" + TAB + Desk.proposal("fai") + TAB + ENTER).sees("reject").sees("tribune> ");
      user.isTold("Next: `explain BAGS` says more");
      user.types("explain B" + TAB + "dea-01" + ENTER).sees("contract.txt").sees("tribune> ");
      user.types("decisions --verdict F" + TAB + ENTER).sees("25 dollars").sees("tribune> ");
      user.types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void an_author_completes_the_checks_and_principles_of_the_rule_base_at_hand() throws IOException {
    Desk desk = Desk.cleared("prompt");
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("rules list" + ENTER).sees("2 principles, 4 checks").sees("tribune> ");
      user.types("rules show VOI-" + TAB + "2" + ENTER).sees("ADVISORY").sees("tribune> ");
      user.types("rules show VOIC" + TAB + ENTER).sees("customers will ask").sees("tribune> ");
      user.types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void completion_opens_no_trail() throws IOException {
    Desk desk = Desk.cleared("prompt");
    desk.house("audit", Desk.proposal("fails.yaml"));
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("show B" + TAB + "!").sees("!");
      assertThat(desk.house("decisions").code()).isEqualTo(ExitCode.OK);
      user.types(CTRL_C).sees("tribune> ").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void leaving_lets_others_in() throws IOException {
    Desk desk = Desk.cleared("prompt");
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("audit " + Desk.proposal("passes.yaml") + ENTER).sees("approve").sees("tribune> ");
      assertThat(desk.house("audit", Desk.proposal("passes.yaml")).code())
          .isEqualTo(ExitCode.REFUSED);
      assertThat(desk.house("decisions").err()).contains("has the trail open");
      user.types("decisions" + ENTER).sees("Refunds").sees("tribune> ").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
    assertThat(desk.house("decisions").out()).contains("Refunds");
    assertThat(desk.home().resolve("history")).isRegularFile();
    assertThat(Files.readString(desk.home().resolve("history"))).contains("decisions");
  }
}
