package tribune.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.schema.Between;
import tribune.schema.Doc;
import tribune.schema.In;
import tribune.schema.Key;
import tribune.schema.Matches;
import tribune.schema.Refers;
import tribune.schema.Required;
import tribune.schema.Unit;

/** One piece of customer input. */
@Doc("One piece of customer input.")
public record InputEvidence(
    @Doc("Which piece of input? A short name, such as survey-2025") @Key @Required String id,
    @Doc("How was it gathered?") @Nullable Method method,
    @Doc("How many people, cases or events does it rest on?")
        @Between(min = "0", max = "1000000000")
        @Nullable Integer sampleSize,
    @Doc("What is its margin of error?") @In(Unit.SHARE) @Nullable BigDecimal marginOfError,
    @Doc("On which day did gathering begin?") @Nullable LocalDate collectedFrom,
    @Doc("On which day did gathering end?") @Nullable LocalDate collectedTo,
    @Doc("Did it ask about the buyer (what they try to do) or about the company (how it is rated)?")
        @Nullable Subject subject,
    @Doc("Which of the segments does it cover?") @Refers(CustomerSegment.class)
        Set<String> segments,
    @Doc("What did it let customers talk about?") Set<Theme> themes,
    @Doc("Did it test the change itself?") Tri testsChange,
    @Doc("Did it test what customers lose by the change?") Tri testsLoss,
    @Doc("What does it say about the decision?") @Nullable Conclusion conclusion,
    @Doc("If it speaks against the decision, was it answered?") Tri answered,
    @Doc("What is the answer, in words?") @Nullable String answer,
    @Doc("Which other pieces of evidence answer it?") @Refers(InputEvidence.class)
        Set<String> answeredBy,
    @Doc("Where can the input be found?") @Nullable String source,
    @Doc("What is the SHA-256 of the source file, in hex?")
        @Matches(value = "[0-9a-f]{64}", means = "64 hex digits in lower case")
        @Nullable String sha256)
    implements Fact {
  public InputEvidence {
    segments = Collected.inOrder(segments);
    themes = Collected.inOrder(themes);
    answeredBy = Collected.inOrder(answeredBy);
  }
}
