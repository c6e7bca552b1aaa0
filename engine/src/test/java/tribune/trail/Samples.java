package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tribune.decision.Kind;
import tribune.decision.Level;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;
import tribune.verdict.Paths;
import tribune.verdict.Severity;
import tribune.verdict.Value;
import tribune.verdict.Verdict;

/** Made-up audits for tests. */
public final class Samples {
  public static final Actor ACTOR = new Actor("ada", "board", "host.example");
  public static final EngineRef ENGINE = new EngineRef("0.1.0", "10.2.0", "17.0.15");
  public static final LocalDate DAY = LocalDate.of(2025, 3, 11);
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  public static final StoredRuleBase RULES = rules("1");

  private Samples() {}

  public static StoredRuleBase rules(String version) {
    return StoredRuleBase.of(
        "shipped",
        version,
        Map.of(
            "rulebase.yaml",
            ("version: " + version + "\n").getBytes(UTF_8),
            "principles/long/long.drl",
            "rule \"LTR-01 applies\"\twhen then end\n".getBytes(UTF_8)));
  }

  /** An audit that fails because of LTR-01. */
  public static Draft draft(String id, int revision) {
    return draft(id, revision, "Charge for bags", List.of("Sales", "Service"), failing());
  }

  public static Draft draft(
      String id, int revision, String title, List<String> departments, List<Finding> findings) {
    return new Draft(
        ACTOR,
        new DecisionRef(id, revision, Kind.PRICING, title),
        "proposal/1",
        facts(id, title, departments),
        RULES,
        ENGINE,
        AuditResult.of(Level.HIGH, List.of("adverse and wide"), DAY, findings));
  }

  /** A rule base of that version goes live. */
  public static Activation activation(String version) {
    return new Activation(
        ACTOR,
        rules(version),
        "stricter since " + version,
        ENGINE,
        new Rehearsal(1, 12, 3, 2, 1, List.of(new Rehearsal.Flips(Verdict.PASS, Verdict.FAIL, 1))));
  }

  public static Draft withFacts(Draft draft, Json.Members facts) {
    return new Draft(
        draft.actor(),
        draft.decision(),
        draft.schema(),
        facts,
        draft.ruleBase(),
        draft.engine(),
        draft.result());
  }

  public static Draft withRules(Draft draft, StoredRuleBase rules) {
    return new Draft(
        draft.actor(),
        draft.decision(),
        draft.schema(),
        draft.facts(),
        rules,
        draft.engine(),
        draft.result());
  }

  public static Json.Members facts(String id, String title, List<String> departments) {
    List<Json> touched = new ArrayList<>();
    for (String department : departments) {
      touched.add(Json.Members.of(Map.of("name", CanonicalJson.text(department))));
    }
    return Json.Members.of(
        Map.of(
            "decision",
            Json.Members.of(
                Map.of(
                    "id", CanonicalJson.text(id),
                    "title", CanonicalJson.text(title),
                    "summary", CanonicalJson.text("Why " + title + " is\tneeded\nnow"))),
            "departments",
            new Json.Elements(touched)));
  }

  public static List<Finding> passing() {
    return List.of(
        new Finding.Pass(new CheckId("LTR-01"), Severity.BLOCKER, Grounds.of(List.of())),
        new Finding.NotApplicable(new CheckId("SIL-01"), Severity.MAJOR));
  }

  public static List<Finding> failing() {
    return List.of(
        new Finding.NotApplicable(new CheckId("SIL-01"), Severity.MAJOR),
        new Finding.Fail(
            new CheckId("LTR-01"),
            Severity.BLOCKER,
            Grounds.of(List.of(ground("a third of all families pays more")))));
  }

  public static List<Finding> incomplete() {
    return List.of(
        new Finding.NeedsEvidence(
            new CheckId("CIN-02"),
            Severity.MAJOR,
            Paths.of(List.of("decision.retroactive")),
            Grounds.of(List.of())));
  }

  public static List<Finding> faulty() {
    return List.of(new Finding.Fault(new CheckId("CIN-01"), Severity.MAJOR, "a rule threw"));
  }

  static Ground ground(String reason) {
    return new Ground(
        "LTR-01 fails",
        reason,
        List.of(new Value("share", "35%", "segments[families].share")),
        Paths.of(List.of("segments[families]")));
  }

  /** Findings of every shape. */
  static List<Finding> random(SplittableRandom random) {
    List<Finding> findings = new ArrayList<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      CheckId check = new CheckId("CHK-" + (100 + i));
      Severity severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
      findings.add(
          switch (random.nextInt(5)) {
            case 0 -> new Finding.Pass(check, severity, grounds(random, 0));
            case 1 -> new Finding.Fail(check, severity, grounds(random, 1));
            case 2 ->
                new Finding.NeedsEvidence(
                    check,
                    severity,
                    Paths.of(Collections.nCopies(1 + random.nextInt(30), "a.b[\u00e9" + i + "]")),
                    grounds(random, 0));
            case 3 -> new Finding.NotApplicable(check, severity);
            default -> new Finding.Fault(check, severity, "caus\u00e9 " + random.nextInt());
          });
    }
    return findings;
  }

  private static Grounds grounds(SplittableRandom random, int least) {
    List<Ground> grounds = new ArrayList<>();
    for (int i = least + random.nextInt(12); i > 0; i--) {
      String reason = random.nextBoolean() ? "" : "because \"of\" \ud83d\ude00 " + i;
      grounds.add(
          random.nextBoolean()
              ? ground(reason)
              : new Ground("r" + i, reason, List.of(), Paths.NONE));
    }
    return Grounds.of(grounds);
  }
}
