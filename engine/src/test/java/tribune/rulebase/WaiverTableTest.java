package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tribune.verdict.CheckId;

/** Reasons that a waiver may never use. */
class WaiverTableTest {
  private static final String WAIVERS =
      """
      refused:
        - id: too-late
          reason: It is too late to ask.
          basis: {seed: essay.txt, phrase: never too late}
          answer: Ask those who use it already.
          checks: [DEA-02]
        - id: too-dear
          reason: Asking costs too much.
          basis: {seed: essay.txt, phrase: talk is cheap}
          answer: Ask five people.
      """;

  @Test
  void they_are_part_of_the_version_and_of_the_catalogue() {
    SmallRuleBase rules = SmallRuleBase.sound().with("waivers.yaml", WAIVERS);
    assertThat(rules.files().sha256()).isNotEqualTo(SmallRuleBase.sound().files().sha256());
    Catalogue catalogue = rules.load().catalogue();
    assertThat(catalogue.refusedReasons())
        .extracting(WaiverTable.Refused::id)
        .containsExactly("too-late", "too-dear");
  }

  @Test
  void a_reason_concerns_the_checks_it_names_and_all_if_it_names_none() {
    var reasons =
        SmallRuleBase.sound().with("waivers.yaml", WAIVERS).load().catalogue().refusedReasons();
    assertThat(reasons.get(0).concerns(new CheckId("DEA-02"))).isTrue();
    assertThat(reasons.get(0).concerns(new CheckId("DEA-01"))).isFalse();
    assertThat(reasons.get(1).concerns(new CheckId("DEA-01"))).isTrue();
  }

  @Test
  void a_check_that_is_not_there_is_refused_with_the_nearest_id() {
    assertThat(mistakes(WAIVERS.replace("[DEA-02]", "[DEA-2]")))
        .contains("error[RB-108]: the rule base has no check DEA-2")
        .contains("--> small/waivers.yaml:6:13")
        .contains("did you mean DEA-02?");
  }

  @Test
  void a_reason_without_answer_or_basis_and_two_of_one_id_are_refused() {
    assertThat(mistakes(WAIVERS.replace("    answer: Ask five people.\n", "")))
        .contains("error[IN-102]: refused[too-dear].answer is missing");
    assertThat(mistakes(WAIVERS.replace("{seed: essay.txt, phrase: talk is cheap}", "{seed: x}")))
        .contains("error[IN-102]: refused[too-dear].basis.phrase is missing");
    assertThat(mistakes(WAIVERS.replace("too-dear", "too-late"))).contains("error[IN-111]");
  }

  private static String mistakes(String waivers) {
    return SmallRuleBase.sound().with("waivers.yaml", waivers).mistakes();
  }
}
