package tribune.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostics;
import tribune.document.Shown;
import tribune.schema.Bound;
import tribune.schema.Member;
import tribune.schema.Part;

/** Members that hold paths name facts of the proposal. */
final class KnownPaths implements Consistency {
  private static final int NAMED = 12;

  @Override
  public void examine(Bound<Proposal> bound, Diagnostics diagnostics) {
    Optional<Proposal> proposal = bound.draft();
    if (proposal.isEmpty()) {
      return;
    }
    FactPaths paths = FactPaths.of(proposal.get());
    for (Part<?> part : bound.parts()) {
      for (Member member : part.type().members()) {
        if (member.isPath() && member.in(part.value()) instanceof Collection<?> list) {
          examine(paths, part, member, new ArrayList<>(list), diagnostics);
        }
      }
    }
  }

  private static void examine(
      FactPaths paths, Part<?> part, Member member, List<?> names, Diagnostics diagnostics) {
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      String path = String.valueOf(names.get(i));
      paths
          .find(path)
          .fold(
              value -> true,
              nothing -> {
                diagnostics.add(
                    ProposalCode.UNKNOWN_PATH,
                    part.place(member.name(), index),
                    "`" + Shown.brief(path) + "` names no fact of this proposal",
                    nothing
                        .nearest()
                        .map(nearest -> "did you mean " + Shown.brief(nearest) + "?")
                        .orElse(""),
                    known(nothing));
                return false;
              });
    }
  }

  private static String[] known(FactPaths.Nothing nothing) {
    if (nothing.known().isEmpty()) {
      return new String[0];
    }
    String names =
        String.join(", ", nothing.known().stream().limit(NAMED).map(Shown::brief).toList());
    return new String[] {"there are: " + names + (nothing.known().size() > NAMED ? ", ..." : "")};
  }
}
