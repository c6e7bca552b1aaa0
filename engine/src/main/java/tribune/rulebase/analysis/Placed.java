package tribune.rulebase.analysis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import tribune.document.Diagnostic;
import tribune.document.DiagnosticCode;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.schema.Binder;
import tribune.schema.Part;

/**
 * A record of a YAML file, and where it stands.
 *
 * @param part with the places of its members
 */
record Placed<R extends Record>(Part<R> part, Source source) {
  Placed {
    requireNonNull(part, "part");
    requireNonNull(source, "source");
  }

  /** All records of a class in these files; files with mistakes are another's to report. */
  static <D extends Record, R extends Record> List<Placed<R>> all(
      List<Source> sources, Class<D> document, Class<R> type) {
    List<Placed<R>> found = new ArrayList<>();
    for (Source source : sources) {
      Diagnostics unheard = new Diagnostics(source);
      YamlReader.read(source, unheard)
          .map(it -> Binder.bind(it.root(), document, unheard))
          .ifPresent(
              bound -> bound.parts(type).forEach(part -> found.add(new Placed<>(part, source))));
    }
    return List.copyOf(found);
  }

  R value() {
    return part.value();
  }

  Diagnostic diagnostic(DiagnosticCode code, String member, String message) {
    return at(code, part.place(member), message);
  }

  Diagnostic at(DiagnosticCode code, Place place, String message) {
    return Diagnostic.of(code, source, message).at(place);
  }
}
