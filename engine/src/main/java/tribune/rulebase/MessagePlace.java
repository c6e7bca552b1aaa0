package tribune.rulebase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tribune.document.Place;
import tribune.rulebase.RuleCompiler.Complaint;
import tribune.rulebase.drl.Piece;
import tribune.rulebase.drl.RuleTree;
import tribune.rulebase.drl.Script;
import tribune.rulebase.drl.Token;

/** Where in a rule the complaints of Drools belong: at the word that they name, else its name. */
final class MessagePlace {
  /** The words after which Drools names what it does not know. */
  private static final List<Pattern> COMPLAINTS =
      Stream.of(
              "(?:class|field|method|member|symbol|variable|type|property)s?:? ['\"`]?([$A-Za-z_]\\w+)",
              "['\"`]([$A-Za-z_]\\w+)['\"`]",
              "([$A-Za-z_]\\w+)(?:\\(.*\\))? (?:cannot be resolved|is undefined)")
          .map(Pattern::compile)
          .toList();

  private MessagePlace() {}

  static Place of(List<Complaint> complaints, DrlFile file, RuleTree rule) {
    Piece piece = rule.parts().piece();
    Token first = piece.tokens().get(Math.min(1, piece.tokens().size() - 1));
    Token at =
        complaints.stream()
            .flatMap(complaint -> word(complaint.text(), rule).stream())
            .findFirst()
            .orElse(first);
    return Script.place(file.source(), at);
  }

  private static Optional<Token> word(String message, RuleTree rule) {
    List<Token> body =
        Stream.concat(rule.parts().conditions().stream(), rule.parts().consequence().stream())
            .toList();
    return COMPLAINTS.stream()
        .flatMap(complaint -> complaint.matcher(message).results())
        .flatMap(found -> body.stream().filter(token -> token.is(found.group(1))))
        .findFirst();
  }
}
