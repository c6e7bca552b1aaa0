package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.TypingUser.ENTER;
import static tribune.shell.TypingUser.TAB;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.shell.line.ExitCode;

/** Proofs, checkpoints and witnesses at the prompt, with completion. */
class ProofsAtPromptTest {
  @TempDir private Path mail;

  @Test
  void an_owner_proves_and_an_auditor_checks() throws IOException {
    Desk desk = Desk.cleared("proofs-prompt");
    Path vkey = desk.home().resolve("trail/key.vkey");
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("audit " + Desk.proposal("fails.yaml") + ENTER).sees("reject").sees("tribune> ");
      user.types("trail stat" + TAB + ENTER).sees("anchored").sees("tribune> ");
      user.types(
          "trail pro" + TAB + "B" + TAB + "--t" + TAB + mail + "/p --rec" + TAB + mail + "/r");
      user.types(ENTER).sees("record").sees("tribune> ");
      user.types("trail chec" + TAB).sees("check");
      user.types("\u0003").sees("tribune> ");
      user.types("trail check " + mail + "/p " + mail + "/r --k" + TAB + vkey + ENTER);
      user.sees("HOLDS").sees("tribune> ");
      user.types("trail checkpo" + TAB + "--to " + mail + "/old" + ENTER).sees("written");
      user.sees("tribune> ");
      user.types("trail con" + TAB + mail + "/ol" + TAB + ENTER)
          .sees("CONSISTENT")
          .sees("tribune> ");
      user.types("trail veri" + TAB + "--output json" + ENTER).sees("\"sound\": true");
      user.sees("tribune> ").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
    assertThat(Files.readString(mail.resolve("p"))).startsWith("c2sp.org/tlog-proof@v1\n");
  }

  @Test
  void a_witness_is_made_asked_and_taken_in() throws IOException {
    Desk desk = Desk.cleared("witness-prompt");
    String dir = mail.resolve("w").toString();
    Path vkey = desk.home().resolve("trail/key.vkey");
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("audit " + Desk.proposal("passes.yaml") + ENTER).sees("approve").sees("tribune> ");
      user.types("trail wit" + TAB + "ini" + TAB + "ada.example/w --wit" + TAB + dir + ENTER);
      user.sees("ada.example/w+").sees("tribune> ");
      String key = Files.readString(mail.resolve("w/key.vkey")).strip();
      Files.writeString(
          desk.home().resolve("trail/policy"), "witness ada " + key + "\nquorum ada\n");
      user.types("trail witness req" + TAB + "--to " + mail + "/q" + ENTER).sees("request");
      user.sees("tribune> ");
      user.types("trail witness cos" + TAB + mail + "/q --witness " + dir + ENTER);
      user.isTold("does not watch").sees("tribune> ");
      user.types(
          "trail witness cosign "
              + mail
              + "/q --witness "
              + dir
              + " --key "
              + vkey
              + " --to "
              + mail
              + "/c"
              + ENTER);
      user.sees("cosigned").sees("tribune> ");
      user.types("trail witness ad" + TAB + mail + "/c" + ENTER).sees("ada met").sees("tribune> ");
      user.types("trail status" + ENTER).sees("ada cosigned").sees("tribune> ");
      user.types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }
}
