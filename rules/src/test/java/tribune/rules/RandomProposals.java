package tribune.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tribune.decision.Kind;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Json;
import tribune.document.Source;
import tribune.schema.RecordWriter;

/**
 * Proposals made at random from values on both sides of every threshold, each member stated or not.
 */
final class RandomProposals {
  /** What is written for each member that some check reads. */
  static final Map<String, Map<String, List<String>>> VALUES = new LinkedHashMap<>();

  private static final List<String> KINDS = Arrays.stream(Kind.values()).map(Kind::name).toList();

  private static final List<String> ANSWERS = List.of("yes", "no");
  private static final int RECORDS_MAX = 3;

  static {
    member("decision", "urgency", "NORMAL", "REGULATORY_DEADLINE", "SAFETY_EMERGENCY");
    member("decision", "notNow", "yes", "no");
    member("decision", "reach", "0.5%", "1%", "9.9%", "10%", "60%");
    member("decision", "reversibility", "EASY", "COSTLY", "IRREVERSIBLE");
    for (String question :
        List.of(
            "adverse", "retroactive", "grandfathered", "novelToCustomer", "removesCapability")) {
      VALUES.get("decision").put(question, ANSWERS);
    }
    member("decision", "inputGathered", "yes", "no");
    member("segments", "share", "1%", "9.9%", "10%", "40%");
    member("segments", "effect", "MUCH_WORSE", "WORSE", "NEUTRAL", "BETTER", "MUCH_BETTER");
    member("segments", "vulnerable", "yes", "no");
    member(
        "evidence",
        "method",
        "SURVEY",
        "INTERVIEW",
        "ETHNOGRAPHY",
        "PILOT",
        "COMPLAINT_ANALYSIS",
        "EXEC_OPINION");
    member("evidence", "sampleSize", "4", "5", "11", "12", "99", "100", "383", "384");
    member("evidence", "collectedFrom", "2023-12-01", "2024-01-01");
    member("evidence", "collectedTo", "2024-01-14", "2024-01-15", "2025-06-30", "2026-01-16");
    member("evidence", "subject", "BUYER", "COMPANY", "BOTH");
    member("evidence", "segments", "[a]", "[b]", "[a, b]");
    member("evidence", "themes", "[FRUSTRATION]", "[DELIGHT]", "[DELIGHT, FRUSTRATION]");
    member("evidence", "testsLoss", "yes", "no");
    member("evidence", "conclusion", "SUPPORTS", "OPPOSES", "MIXED", "NEUTRAL");
    member("evidence", "answered", "yes", "no");
    member("evidence", "answer", "so be it");
    member("departments", "impact", "LOW", "MEDIUM", "HIGH");
    member(
        "departments",
        "state",
        "NOT_CONSULTED",
        "INFORMED",
        "CONSULTED",
        "SUPPORTS",
        "SIGNED_OFF",
        "OBJECTED");
    member("metrics", "baseline", "1", "40");
    member("metrics", "expected", "1", "1.3", "1.31", "38", "37.9", "48");
    member("metrics", "horizon", "11 months", "12 months");
    member("financials", "shareOfRevenue", "0.04%", "0.05%", "0.99%", "1%");
    member("financials", "shortTermRevenue", "NEGATIVE", "NEUTRAL", "POSITIVE");
    member("financials", "longTermRelationship", "NEGATIVE", "NEUTRAL", "POSITIVE");
    member("handoffs", "change", "-1", "0", "1");
    member("handoffs", "endToEndOwner", "yes", "no");
    startMotiveBrand();
  }

  /** Sections of which a proposal has one record. */
  static final List<String> SINGLES =
      List.of("financials", "handoffs", "netEffect", "leadership", "disclosure");

  private static final Map<String, String> KEYS =
      Map.of(
          "gaps", "desired",
          "dissents", "by",
          "harms", "description",
          "promises", "text",
          "messages", "channel",
          "touchpoints", "id");

  private final SplittableRandom random;

  RandomProposals(long seed) {
    this.random = new SplittableRandom(seed);
  }

  private static void member(String section, String name, String... values) {
    VALUES.computeIfAbsent(section, it -> new LinkedHashMap<>()).put(name, List.of(values));
  }

  private static void startMotiveBrand() {
    member("decision", "startingPoint", "CUSTOMER_NEED", "COST_SAVING");
    member("decision", "originator", "EXEC", "TEAM");
    for (String question : List.of("foreseeableHarm", "breaksPromise", "messagesConsistent")) {
      VALUES.get("decision").put(question, ANSWERS);
    }
    member("segments", "share", "1%", "9.9%", "10%", "40%", "50%", "51%");
    member("gaps", "current", "ten minutes");
    member("gaps", "criterion", "minutes");
    member("gaps", "viewpoint", "CUSTOMER", "COMPETITOR");
    member("gaps", "evidence", "[E1]", "[E2]");
    member("netEffect", "majority", "BETTER", "NEUTRAL", "WORSE");
    member("netEffect", "companyGain", "yes", "no");
    member("netEffect", "customerGain", "yes", "no");
    member("netEffect", "evidence", "[E1]", "[E2]");
    member("dissents", "basis", "CUSTOMER", "FINANCE");
    member("dissents", "answeredWithEvidence", "yes", "no");
    member("dissents", "evidence", "[E1]");
    member("financials", "promotionSpend", "0 USD", "60 USD", "61 USD");
    member("financials", "experienceSpend", "0 USD", "40 USD");
    member("leadership", "incentive", "NONE", "CUSTOMER_OUTCOME", "MIXED", "VOLUME_ONLY");
    member("harms", "mitigation", "a fuse");
    member("harms", "mitigated", "yes", "no");
    member("harms", "owner", "Safety");
    member("harms", "segment", "a", "b");
    member("messages", "comprehension", "79.9%", "80%");
    member("promises", "broken", "yes", "no");
    member("promises", "remedy", "yes", "no");
    member("disclosure", "notice", "29 days", "30 days");
    member("touchpoints", "assessed", "yes", "no");
  }

  /**
   * A proposal as text, by section, record and member.
   *
   * @param sections the records of each section; each has what is stated, its key first
   */
  record Draft(Map<String, List<Map<String, String>>> sections) {

    /** The proposal, unless it contradicts itself. */
    Optional<Proposal> read() {
      return ProposalReader.read(Source.of("random.yaml", text()))
          .fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
    }

    /** This draft with one member stated otherwise. */
    Draft stating(String section, int record, String member, String value) {
      Draft copy = copy();
      copy.sections.get(section).get(record).put(member, value);
      return copy;
    }

    /** This draft with one more record in a section. */
    Draft adding(String section, Map<String, String> record) {
      Draft copy = copy();
      copy.sections.computeIfAbsent(section, it -> new ArrayList<>()).add(record);
      return copy;
    }

    String text() {
      StringBuilder text = new StringBuilder();
      sections.forEach(
          (section, records) -> {
            if (!records.isEmpty()) {
              List<String> written = records.stream().map(Draft::written).toList();
              boolean single = section.equals("decision") || SINGLES.contains(section);
              text.append(section)
                  .append(": ")
                  .append(single ? written.get(0) : "[" + String.join(", ", written) + "]")
                  .append('\n');
            }
          });
      return text.toString();
    }

    private Draft copy() {
      Map<String, List<Map<String, String>>> copy = new LinkedHashMap<>();
      sections.forEach(
          (section, records) ->
              copy.put(
                  section, new ArrayList<>(records.stream().map(RandomProposals::copy).toList())));
      return new Draft(copy);
    }

    private static String written(Map<String, String> record) {
      return "{"
          + String.join(
              ", ",
              record.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()).toList())
          + "}";
    }
  }

  Draft next() {
    Map<String, List<Map<String, String>>> sections = new LinkedHashMap<>();
    int stated = 1 + random.nextInt(10);
    Map<String, String> decision = new LinkedHashMap<>();
    decision.put("id", "X-1");
    decision.put("title", "random");
    decision.put("kind", KINDS.get(random.nextInt(KINDS.size())));
    sections.put("decision", new ArrayList<>(List.of(fill("decision", decision, stated))));
    sections.put("segments", segments(stated));
    sections.put("evidence", records("evidence", "id", "E", stated));
    sections.put("departments", records("departments", "name", "D", stated));
    sections.put("metrics", metrics(stated));
    if (random.nextBoolean()) {
      sections.put(
          "removals", new ArrayList<>(List.of(new LinkedHashMap<>(Map.of("what", "alarm")))));
    }
    for (String single : SINGLES) {
      Map<String, String> record = fill(single, new LinkedHashMap<>(), stated);
      sections.put(single, new ArrayList<>(record.isEmpty() ? List.of() : List.of(record)));
    }
    KEYS.forEach((section, key) -> sections.put(section, records(section, key, "R", stated)));
    withoutWhatCannotBe(sections);
    return new Draft(sections);
  }

  /** Nothing refers to evidence that is not there, and no answer contradicts what is listed. */
  private static void withoutWhatCannotBe(Map<String, List<Map<String, String>>> sections) {
    List<String> known =
        sections.get("evidence").stream().map(it -> "[" + it.get("id") + "]").toList();
    for (String section : List.of("gaps", "netEffect", "dissents")) {
      for (Map<String, String> record : sections.get(section)) {
        record.computeIfPresent("evidence", (name, it) -> known.contains(it) ? it : null);
      }
    }
    Map<String, String> decision = sections.get("decision").get(0);
    if (!sections.get("harms").isEmpty()) {
      decision.remove("foreseeableHarm", "no");
    }
    if (sections.get("promises").stream().anyMatch(it -> "yes".equals(it.get("broken")))) {
      decision.remove("breaksPromise", "no");
    }
  }

  /** The same proposal, said to be of another kind. */
  static Proposal ofKind(Proposal proposal, Kind kind) {
    SortedMap<String, Json> all = new TreeMap<>(RecordWriter.json(proposal).values());
    SortedMap<String, Json> decision = new TreeMap<>(((Json.Members) all.get("decision")).values());
    decision.put("kind", new Json.Text(kind.name()));
    all.put("decision", new Json.Members(decision));
    return ProposalReader.readRecorded("of kind " + kind, new Json.Members(all)).orThrow();
  }

  private List<Map<String, String>> segments(int stated) {
    List<Map<String, String>> segments = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      segments.add(fill("segments", new LinkedHashMap<>(Map.of("name", name)), stated));
    }
    return segments;
  }

  private List<Map<String, String>> metrics(int stated) {
    List<Map<String, String>> metrics = records("metrics", "id", "M", stated);
    List<String> known =
        List.of(
            "NPS", "CHURN_PCT_MONTH", "CLTV", "COMPLAINTS_PER_1000", "CSAT_PCT", "TASK_MINUTES");
    metrics.forEach(it -> it.put("metric", known.get(random.nextInt(known.size()))));
    return metrics;
  }

  private List<Map<String, String>> records(String section, String key, String prefix, int stated) {
    List<Map<String, String>> records = new ArrayList<>();
    int count = random.nextInt(RECORDS_MAX + 1);
    for (int i = 1; i <= count; i++) {
      records.add(fill(section, new LinkedHashMap<>(Map.of(key, prefix + i)), stated));
    }
    return records;
  }

  /** States each member in {@code stated} of ten cases. */
  private Map<String, String> fill(String section, Map<String, String> record, int stated) {
    VALUES
        .get(section)
        .forEach(
            (member, values) -> {
              if (random.nextInt(10) < stated) {
                record.put(member, values.get(random.nextInt(values.size())));
              }
            });
    return record;
  }

  private static Map<String, String> copy(Map<String, String> record) {
    return new LinkedHashMap<>(record);
  }
}
