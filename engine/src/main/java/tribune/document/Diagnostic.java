package tribune.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mistake in a source: what is wrong, where, and what to write instead. Immutable.
 *
 * <pre>
 * error[IN-104]: unknown value for evidence[E1].method
 *   --&gt; bags.yaml:31:13
 * 31 |     method: survy
 *    |             ^^^^^ did you mean SURVEY?
 *    = allowed: SURVEY, INTERVIEW
 * </pre>
 *
 * @param place null if the mistake is about the source as a whole
 * @param label what stands beside the carets; may be empty
 * @param notes what else helps, one line each
 */
public record Diagnostic(
    DiagnosticCode code,
    Source source,
    @Nullable Place place,
    String message,
    String label,
    List<String> notes) {

  /** How bad it is. */
  public enum Level {
    /** Nothing can be made of the source until it is put right. */
    ERROR,
    /** The source can be read, but somebody should look. */
    WARNING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Diagnostic {
    requireNonNull(code, "code");
    requireNonNull(source, "source");
    requireNonNull(message, "message");
    requireNonNull(label, "label");
    notes = List.copyOf(notes);
  }

  /** A mistake of the source as a whole. */
  public static Diagnostic of(DiagnosticCode code, Source source, String message) {
    return new Diagnostic(code, source, null, message, "", List.of());
  }

  public Diagnostic at(Place where) {
    return new Diagnostic(code, source, where, message, label, notes);
  }

  public Diagnostic label(String besideTheCarets) {
    return new Diagnostic(code, source, place, message, besideTheCarets, notes);
  }

  public Diagnostic note(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Diagnostic(code, source, place, message, label, more);
  }

  public Level level() {
    return code.level();
  }

  /** The diagnostic as people read it: several lines, without a line end after the last. */
  public String text() {
    return DiagnosticText.of(this);
  }

  /** The same as {@link #text}. */
  @Override
  public String toString() {
    return text();
  }
}
