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
    @Doc("Short name of the piece") @Key @Required String id,
    @Doc("How was it gathered?") @Nullable Method method,
    @Doc("How many people, cases or events") @Between(min = "0", max = "1000000000")
        @Nullable Integer sampleSize,
    @Doc("Margin of error") @In(Unit.SHARE) @Nullable BigDecimal marginOfError,
    @Doc("First day") @Nullable LocalDate collectedFrom,
    @Doc("Last day") @Nullable LocalDate collectedTo,
    @Doc("Did it ask about the buyer or about the company?") @Nullable Subject subject,
    @Doc("Which of the segments below it covers") @Refers(CustomerSegment.class)
        Set<String> segments,
    @Doc("What it let customers talk about") Set<Theme> themes,
    @Doc("Did it test the change itself?") Tri testsChange,
    @Doc("Did it test what customers lose by it?") Tri testsLoss,
    @Doc("What it says about the decision") @Nullable Conclusion conclusion,
    @Doc("If it speaks against the decision: was it answered?") Tri answered,
    @Doc("The answer, in words") @Nullable String answer,
    @Doc("Evidence that answers it") @Refers(InputEvidence.class) Set<String> answeredBy,
    @Doc("Where the input can be found") @Nullable String source,
    @Doc("SHA-256 of the source file, in hex")
        @Matches(value = "[0-9a-f]{64}", means = "64 hex digits in lower case")
        @Nullable String sha256)
    implements Fact {
  public InputEvidence {
    segments = Collected.inOrder(segments);
    themes = Collected.inOrder(themes);
    answeredBy = Collected.inOrder(answeredBy);
  }
}
