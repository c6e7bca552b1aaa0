package tribune.decision;

/**
 * How customer input was gathered. What an executive thinks or a salesperson tells is not customer
 * input, whatever it says.
 */
public enum Method {
  SURVEY(Family.QUANTITATIVE),
  CONJOINT(Family.QUANTITATIVE),
  TASTE_TEST(Family.QUANTITATIVE),
  AB_TEST(Family.QUANTITATIVE),
  PILOT(Family.QUANTITATIVE),
  INTERVIEW(Family.CONVERSATION),
  FOCUS_GROUP(Family.CONVERSATION),
  ETHNOGRAPHY(Family.QUALITATIVE),
  USABILITY_TEST(Family.QUALITATIVE),
  DIARY_STUDY(Family.QUALITATIVE),
  CUSTOMER_COUNCIL(Family.QUALITATIVE),
  METAPHOR_ELICITATION(Family.QUALITATIVE),
  MYSTERY_SHOPPING(Family.QUALITATIVE),
  COMPLAINT_ANALYSIS(Family.OPERATIONAL),
  CONTACT_CENTRE_ANALYSIS(Family.OPERATIONAL),
  SOCIAL_LISTENING(Family.OPERATIONAL),
  USAGE_ANALYTICS(Family.OPERATIONAL),
  SALES_ANECDOTE(Family.HEARSAY),
  EXEC_OPINION(Family.HEARSAY);

  /** Methods that need the same sort of sample. */
  public enum Family {
    /** Counts of people or events: the sample size decides. */
    QUANTITATIVE,
    /** Talks with customers, until they say nothing new. */
    CONVERSATION,
    /** Watching or eliciting, with few people. */
    QUALITATIVE,
    /** Data the business has anyway: the period it covers decides. */
    OPERATIONAL,
    /** Never customer input. */
    HEARSAY
  }

  private final Family family;

  Method(Family family) {
    this.family = family;
  }

  public Family family() {
    return family;
  }
}
