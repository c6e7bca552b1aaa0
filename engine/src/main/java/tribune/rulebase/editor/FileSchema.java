package tribune.rulebase.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import tribune.decision.Proposal;
import tribune.decision.ProposalSchema;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleBaseDescription;
import tribune.rulebase.ThresholdTable;
import tribune.rulebase.WaiverTable;
import tribune.rulebase.cases.CaseFile;
import tribune.schema.JsonSchema;
import tribune.schema.RecordType;

/**
 * The JSON Schemas of the YAML files that people write, made from the records that these are read
 * into; docs/schemas holds copies. The readers are stricter: what one file says of another is
 * theirs.
 */
public enum FileSchema {
  PROPOSAL("A proposal for Tribune", unused -> ProposalSchema.text()),
  RULEBASE("rulebase.yaml", title -> of(RuleBaseDescription.class, "rulebase", title)),
  PRINCIPLE("principle.yaml", title -> of(Principle.class, "principle", title)),
  THRESHOLDS("thresholds.yaml", title -> of(ThresholdTable.class, "thresholds", title)),
  CASES("Test cases of rules, *.cases.yaml", FileSchema::cases),
  WAIVERS("waivers.yaml", title -> of(WaiverTable.class, "waivers", title));

  /** What a case need not say of its proposal. */
  private static final Set<String> LAX =
      Set.of("Decision.id", "Decision.title", "Proposal.decision");

  private final String title;
  private final Function<String, String> text;

  FileSchema(String title, Function<String, String> text) {
    this.title = title;
    this.text = text;
  }

  /** The schema as JSON text; the same every time. */
  public String text() {
    return text.apply(title);
  }

  /** What it is called on a command line, and in the name of its file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(FileSchema::word).toList();
  }

  private static String of(Class<? extends Record> type, String name, String title) {
    return JsonSchema.ofYaml(RecordType.of(type), "urn:tribune:" + name, title);
  }

  private static String cases(String title) {
    return JsonSchema.ofYaml(
        RecordType.of(CaseFile.class),
        "urn:tribune:cases",
        title,
        new JsonSchema.Example(RecordType.of(Proposal.class), LAX));
  }
}
