package tribune.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tribune.decision.Kind;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Json;
import tribune.document.Source;
import tribune.schema.RecordWriter;
import tribune.schema.ValueKind;

/**
 * Proposals made at random from values on both sides of every threshold, each member stated or not.
 */
final class RandomProposals {
  private static final List<String> KINDS = Arrays.stream(Kind.values()).map(Kind::name).toList();
  private static final int RECORDS_MAX = 3;

  /** Sections that are made in a way of their own. */
  private static final Set<String> SPECIAL = Set.of("decision", "segments", "metrics");

  private final SplittableRandom random;

  RandomProposals(long seed) {
    this.random = new SplittableRandom(seed);
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
              text.append(section)
                  .append(": ")
                  .append(
                      isSingle(section) ? written.get(0) : "[" + String.join(", ", written) + "]")
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
    sections.put("metrics", metrics(stated));
    for (String section : BoundaryValues.all().keySet()) {
      if (!SPECIAL.contains(section)) {
        sections.put(section, records(section, stated));
      }
    }
    withoutWhatCannotBe(sections);
    return new Draft(sections);
  }

  /** Nothing refers to evidence that is not there, and no answer contradicts what is listed. */
  private static void withoutWhatCannotBe(Map<String, List<Map<String, String>>> sections) {
    List<String> known = sections.get("evidence").stream().map(it -> it.get("id")).toList();
    for (List<Map<String, String>> records : sections.values()) {
      for (Map<String, String> record : records) {
        record.computeIfPresent(
            "evidence", (name, ids) -> known.containsAll(ids(ids)) ? ids : null);
      }
    }
    Map<String, String> decision = sections.get("decision").get(0);
    if (!known.isEmpty()) {
      decision.remove("inputGathered", "no");
    }
    for (Map<String, String> feedback : sections.get("feedback")) {
      if (feedback.containsKey("owner")) {
        feedback.remove("owned", "no");
      }
    }
    if ("no".equals(decision.get("foreseeableHarm"))) {
      sections.get("harms").clear();
    }
    if ("no".equals(decision.get("removesCapability"))) {
      sections.get("removals").clear();
    }
    if ("yes".equals(decision.get("notNow"))) {
      decision.remove("urgency", "SAFETY_EMERGENCY");
      decision.remove("retroactive", "yes");
      decision.remove("removesCapability", "yes");
      decision.computeIfPresent("priceChange", (name, change) -> "0%");
      sections.get("removals").clear();
    }
    if (sections.get("promises").stream().anyMatch(it -> "yes".equals(it.get("broken")))) {
      decision.remove("breaksPromise", "no");
    }
  }

  private static List<String> ids(String list) {
    return List.of(list.substring(1, list.length() - 1).split(", "));
  }

  /** The same proposal, said to be of another kind. */
  static Proposal ofKind(Proposal proposal, Kind kind) {
    SortedMap<String, Json> all = new TreeMap<>(RecordWriter.json(proposal).values());
    SortedMap<String, Json> decision = new TreeMap<>(((Json.Members) all.get("decision")).values());
    decision.put("kind", new Json.Text(kind.name()));
    all.put("decision", Json.Members.of(decision));
    return ProposalReader.readRecorded("of kind " + kind, Json.Members.of(all)).orThrow();
  }

  private List<Map<String, String>> segments(int stated) {
    List<Map<String, String>> segments = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      segments.add(fill("segments", new LinkedHashMap<>(Map.of("name", name)), stated));
    }
    return segments;
  }

  private List<Map<String, String>> metrics(int stated) {
    List<Map<String, String>> metrics = records("metrics", stated);
    List<String> known =
        List.of(
            "NPS",
            "CHURN_PCT_MONTH",
            "CLTV",
            "COMPLAINTS_PER_1000",
            "CSAT_PCT",
            "CES_7",
            "TASK_MINUTES");
    metrics.forEach(it -> it.put("metric", known.get(random.nextInt(known.size()))));
    return metrics;
  }

  private List<Map<String, String>> records(String section, int stated) {
    List<Map<String, String>> records = new ArrayList<>();
    if (isSingle(section)) {
      Map<String, String> record = fill(section, new LinkedHashMap<>(), stated);
      return record.isEmpty() ? records : new ArrayList<>(List.of(record));
    }
    String key = Unstating.type(section).key().orElseThrow().name();
    int count = random.nextInt(RECORDS_MAX + 1);
    for (int i = 1; i <= count; i++) {
      String name = section.substring(0, 1).toUpperCase(Locale.ROOT) + i;
      records.add(fill(section, new LinkedHashMap<>(Map.of(key, name)), stated));
    }
    return records;
  }

  /** Whether a proposal has at most one record of it. */
  static boolean isSingle(String section) {
    return Unstating.section(section).kind() instanceof ValueKind.Nested;
  }

  /** States each member in {@code stated} of ten cases. */
  private Map<String, String> fill(String section, Map<String, String> record, int stated) {
    BoundaryValues.all()
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
