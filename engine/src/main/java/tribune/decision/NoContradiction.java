package tribune.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tribune.document.Diagnostics;
import tribune.schema.Bound;
import tribune.schema.Part;

/** A question of the proposal that is answered with no, while another part of it says yes. */
final class NoContradiction implements Consistency {
  @Override
  public void examine(Bound<Proposal> bound, Diagnostics diagnostics) {
    owner(bound, diagnostics);
    Optional<Part<Decision>> decision = bound.parts(Decision.class).stream().findFirst();
    if (decision.isEmpty()) {
      return;
    }
    List<Part<Promise>> broken =
        bound.parts(Promise.class).stream().filter(p -> p.value().broken() == Tri.YES).toList();
    List<Part<InputEvidence>> input =
        bound.parts(InputEvidence.class).stream().filter(NoContradiction::isInput).toList();
    Answers answers = new Answers(decision.get(), diagnostics);
    answers.no("inputGathered", Decision::inputGathered, input);
    answers.no("foreseeableHarm", Decision::foreseeableHarm, bound.parts(Harm.class));
    answers.no(
        "removesCapability", Decision::removesCapability, bound.parts(CapabilityRemoval.class));
    answers.no("breaksPromise", Decision::breaksPromise, broken);
  }

  /** Whoever names the owner of the feedback has said that somebody owns it. */
  private static void owner(Bound<Proposal> bound, Diagnostics diagnostics) {
    for (Part<FeedbackLoop> feedback : bound.parts(FeedbackLoop.class)) {
      if (feedback.value().owned() == Tri.NO && feedback.value().owner() != null) {
        diagnostics.add(
            ProposalCode.CONTRADICTION,
            feedback.place("owned"),
            feedback.path("owned") + " is no, but there is " + feedback.path("owner"),
            "write yes, or delete it",
            feedback.path("owner") + " is in line " + feedback.place("owner").line());
      }
    }
  }

  /** Hearsay is no customer input, so listing it contradicts nothing. */
  private static boolean isInput(Part<InputEvidence> evidence) {
    Method method = evidence.value().method();
    return method == null || method.family() != Method.Family.HEARSAY;
  }

  private record Answers(Part<Decision> decision, Diagnostics diagnostics) {
    void no(String question, Function<Decision, Tri> answer, List<? extends Part<?>> facts) {
      if (answer.apply(decision.value()) != Tri.NO || facts.isEmpty()) {
        return;
      }
      Part<?> fact = facts.get(0);
      diagnostics.add(
          ProposalCode.CONTRADICTION,
          decision.place(question),
          decision.path(question) + " is no, but there is " + fact.path(),
          "write yes, or delete it",
          fact.path() + " is in line " + fact.node().place().line());
    }
  }
}
