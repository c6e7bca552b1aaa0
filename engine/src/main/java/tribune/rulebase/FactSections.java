package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tribune.decision.Proposal;
import tribune.schema.Member;
import tribune.schema.RecordType;

/** Where the facts that rules match stand in a proposal, by the simple names of their types. */
final class FactSections {
  private static final Map<String, Section> SECTIONS = sections();

  private FactSections() {}

  private record Section(String path, RecordType<?> type) {}

  static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** The sections of a proposal themselves. */
  static Set<String> ofProposal() {
    return RecordType.of(Proposal.class).members().stream()
        .map(Member::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every path that a check can ask for: sections and their members. */
  static Set<String> askable() {
    Set<String> paths = new TreeSet<>(ofProposal());
    for (Section section : SECTIONS.values()) {
      if (!section.path().contains(".")) {
        section.type().members().forEach(it -> paths.add(section.path() + "." + it.name()));
      }
    }
    return paths;
  }

  /** The section that facts of this type stand in; empty if it is no type of a proposal. */
  static Set<String> section(String type) {
    Section section = SECTIONS.get(type);
    return section == null ? Set.of() : Set.of(section.path());
  }

  /**
   * The member of a proposal that a constraint reads; empty if it reads something else.
   *
   * @param type of the pattern
   * @param steps as the constraint writes them, such as {@code item.sampleSize}
   * @param fields the types of the members, if the type is a derived one
   */
  static Set<String> members(String type, String steps, Map<String, String> fields) {
    String[] path = steps.split("\\.", 3);
    if (SECTIONS.containsKey(type)) {
      return member(type, path[0]);
    }
    String held = fields.get(path[0]);
    return held == null || path.length == 1 ? Set.of() : member(simpleName(held), path[1]);
  }

  private static Set<String> member(String type, String name) {
    Section section = SECTIONS.get(type);
    return section == null || section.type().member(name).isEmpty()
        ? Set.of()
        : Set.of(section.path() + "." + name);
  }

  private static Map<String, Section> sections() {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (Member section : RecordType.of(Proposal.class).members()) {
      RecordType<?> type = requireNonNull(section.kind().records().orElse(null), section::name);
      sections.put(type.name(), new Section(section.name(), type));
      for (Member inner : type.members()) {
        String path = section.name() + "." + inner.name();
        inner.kind().records().ifPresent(it -> sections.put(it.name(), new Section(path, it)));
      }
    }
    return sections;
  }
}
