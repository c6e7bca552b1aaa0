package tribune.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Json;
import tribune.schema.RecordWriter;

/**
 * A proposal that states one member more.
 *
 * @param path the member, such as {@code evidence.sampleSize}
 */
record Statement(String path, Proposal proposal) {

  /** Where something is not stated, and what could be. */
  private record Gap(String section, int record, String member, String value) {}

  /** Up to {@code count} statements that the proposal could make and does not. */
  static List<Statement> anyOf(Proposal proposal, int count, SplittableRandom random) {
    Json.Members whole = RecordWriter.json(proposal);
    List<Gap> gaps = new ArrayList<>();
    BoundaryValues.all()
        .forEach((section, members) -> gaps(whole.values().get(section), section, members, gaps));
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < count && !gaps.isEmpty(); i++) {
      Gap gap = gaps.get(random.nextInt(gaps.size()));
      statements.add(new Statement(gap.section() + "." + gap.member(), filled(whole, gap)));
    }
    return statements;
  }

  private static void gaps(
      Json section, String name, Map<String, List<String>> members, List<Gap> gaps) {
    List<Json> records =
        section instanceof Json.Elements several
            ? several.values()
            : section == null ? List.of() : List.of(section);
    for (int i = 0; i < records.size(); i++) {
      Map<String, Json> stated = ((Json.Members) records.get(i)).values();
      for (Map.Entry<String, List<String>> member : members.entrySet()) {
        for (String value : member.getValue()) {
          if (!stated.containsKey(member.getKey()) && !value.startsWith("[")) {
            gaps.add(new Gap(name, i, member.getKey(), value));
          }
        }
      }
    }
  }

  private static Proposal filled(Json.Members whole, Gap gap) {
    SortedMap<String, Json> all = new TreeMap<>(whole.values());
    all.computeIfPresent(
        gap.section(),
        (name, section) -> {
          if (!(section instanceof Json.Elements several)) {
            return with(section, gap);
          }
          List<Json> records = new ArrayList<>(several.values());
          records.set(gap.record(), with(records.get(gap.record()), gap));
          return new Json.Elements(records);
        });
    return ProposalReader.readRecorded("with " + gap, Json.Members.of(all)).orThrow();
  }

  private static Json with(Json record, Gap gap) {
    SortedMap<String, Json> members = new TreeMap<>(((Json.Members) record).values());
    members.put(gap.member(), new Json.Text(gap.value()));
    return Json.Members.of(members);
  }
}
