package tribune.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tribune.document.Json;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;

/**
 * What the index knows of a record so that it can be found. All of it follows from the bytes of the
 * record and of its payload, so that it can be made anew and compared at any time.
 *
 * @param at the time of the record, as it stands there
 * @param type the kind of the record
 * @param audit what is known of an audit; empty for other records
 */
public record Projection(String at, String type, Optional<Audit> audit) {
  private static final int MAX_SEARCH_CHARS = 8_192;

  /** As long as the index of every database takes. */
  private static final int MAX_DEPARTMENT_CHARS = 500;

  /**
   * What is known of an audit.
   *
   * @param submission the key it was submitted under; empty if it has none
   * @param search id, title and summary, folded; the first {@value #MAX_SEARCH_CHARS} characters
   * @param findings the outcome of each check that applies, by the id of the check
   * @param departments the departments that the decision touches, folded; of each the first {@value
   *     #MAX_DEPARTMENT_CHARS} characters
   */
  public record Audit(
      String submission,
      String decision,
      int revision,
      String verdict,
      String search,
      SortedMap<String, String> findings,
      SortedSet<String> departments) {}

  static Projection of(AuditRecord record, @Nullable Payload payload) {
    return new Projection(
        RecordTime.write(record.at()),
        record.body().type(),
        record
            .body()
            .fold(
                opened -> Optional.empty(),
                audited -> Optional.of(audit(audited, payload)),
                recovered -> Optional.empty(),
                activated -> Optional.empty(),
                exported -> Optional.empty(),
                rotated -> Optional.empty()));
  }

  /** How texts are made comparable regardless of case; without what no database takes. */
  static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('\u0000', ' ');
  }

  private static Audit audit(Body.Audited audited, @Nullable Payload payload) {
    @Nullable Json facts = payload == null ? null : payload.json();
    DecisionRef decision = audited.decision();
    return new Audit(
        audited.submission().map(SubmissionKey::text).orElse(""),
        decision.id(),
        decision.revision(),
        audited.result().verdict().name(),
        search(decision, facts),
        findings(audited.result().findings()),
        departments(facts));
  }

  private static String search(DecisionRef decision, @Nullable Json facts) {
    List<String> texts = new ArrayList<>();
    texts.add(decision.id());
    texts.add(decision.title() == null ? "" : decision.title());
    texts.add(text(member(member(facts, "decision"), "summary")));
    return cut(folded(String.join("\n", texts)), MAX_SEARCH_CHARS);
  }

  /** Cuts between characters, never inside one. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean inside = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, inside ? longest - 1 : longest);
  }

  private static SortedMap<String, String> findings(List<Finding> findings) {
    TreeMap<String, String> outcomes = new TreeMap<>();
    for (Finding finding : findings) {
      if (finding.outcome() != Outcome.NOT_APPLICABLE) {
        outcomes.put(finding.check().text(), finding.outcome().name());
      }
    }
    return outcomes;
  }

  private static SortedSet<String> departments(@Nullable Json facts) {
    TreeSet<String> names = new TreeSet<>();
    if (member(facts, "departments") instanceof Json.Elements departments) {
      for (Json department : departments.values()) {
        names.add(cut(folded(text(member(department, "name"))), MAX_DEPARTMENT_CHARS));
      }
    }
    names.remove("");
    return names;
  }

  private static @Nullable Json member(@Nullable Json object, String name) {
    return object instanceof Json.Members members ? members.values().get(name) : null;
  }

  private static String text(@Nullable Json value) {
    return value instanceof Json.Text text ? text.value() : "";
  }
}
