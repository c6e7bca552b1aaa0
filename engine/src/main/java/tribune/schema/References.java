package tribune.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tribune.document.Diagnostics;
import tribune.document.Shown;

/** Finds references to records that are not in the document: what {@link Refers} promises. */
public final class References {
  private static final int NAMED = 12;

  private final Bound<?> bound;
  private final Diagnostics diagnostics;
  private final Map<Class<? extends Record>, Set<String>> keys = new HashMap<>();

  private References(Bound<?> bound, Diagnostics diagnostics) {
    this.bound = bound;
    this.diagnostics = diagnostics;
  }

  /** Reports each reference that names nothing. */
  public static void examine(Bound<?> bound, Diagnostics diagnostics) {
    References references = new References(bound, diagnostics);
    bound.parts().forEach(references::examine);
  }

  private void examine(Part<?> part) {
    for (Member member : part.type().members()) {
      if (member.refersTo().isPresent()) {
        Object value = member.in(part.value());
        List<?> names = value instanceof Collection<?> list ? new ArrayList<>(list) : only(value);
        for (int i = 0; i < names.size(); i++) {
          examine(part, member, i, String.valueOf(names.get(i)));
        }
      }
    }
  }

  private static List<?> only(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? List.of() : List.of(value);
  }

  private void examine(Part<?> part, Member member, int index, String name) {
    Class<? extends Record> type = member.refersTo().orElseThrow();
    Set<String> known = keys.computeIfAbsent(type, this::keysOf);
    if (known.contains(name)) {
      return;
    }
    String what = Shown.brief(name);
    diagnostics.add(
        BindingCode.DANGLING_REFERENCE,
        part.place(member.name(), index),
        part.path(member.name()) + " names `" + what + "`, which is not in the document",
        diagnostics.nearest(name, known).map(nearest -> "did you mean " + nearest + "?").orElse(""),
        known.isEmpty() ? "there are none to name" : "there are: " + some(known));
  }

  private Set<String> keysOf(Class<? extends Record> type) {
    Set<String> found = new LinkedHashSet<>();
    bound.parts(type).forEach(part -> part.type().keyOf(part.value()).ifPresent(found::add));
    return found;
  }

  private static String some(Set<String> names) {
    String shown = String.join(", ", names.stream().limit(NAMED).map(Shown::brief).toList());
    return names.size() > NAMED ? shown + ", ..." : shown;
  }
}
