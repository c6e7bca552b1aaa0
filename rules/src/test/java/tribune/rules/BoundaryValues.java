package tribune.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written for each member that some check reads: values on both sides of every threshold,
 * as of the day on which the tests audit, 2026-01-15.
 */
final class BoundaryValues {
  private static final Map<String, Map<String, List<String>>> OF = new LinkedHashMap<>();

  static {
    evidenceSiloLong();
    startMotiveBrand();
    easeTrust();
    loopLeadPeopleLearn();
  }

  private BoundaryValues() {}

  /** The values by section and member. */
  static Map<String, Map<String, List<String>>> all() {
    return OF;
  }

  private static void evidenceSiloLong() {
    member("decision", "urgency", "NORMAL", "REGULATORY_DEADLINE", "SAFETY_EMERGENCY");
    member("decision", "notNow", "no", "no", "yes");
    member("decision", "reach", "0.5%", "1%", "9.9%", "10%", "60%");
    member("decision", "reversibility", "EASY", "COSTLY", "IRREVERSIBLE");
    for (String question :
        List.of(
            "adverse",
            "retroactive",
            "grandfathered",
            "novelToCustomer",
            "removesCapability",
            "phased",
            "rollbackPlan",
            "foreseeableHarm",
            "breaksPromise",
            "messagesConsistent")) {
      member("decision", question, "yes", "no");
    }
    member("decision", "inputGathered", "yes", "no");
    member("segments", "share", "1%", "9.9%", "10%", "40%");
    member("segments", "effect", "MUCH_WORSE", "WORSE", "NEUTRAL", "BETTER", "MUCH_BETTER");
    member("segments", "vulnerable", "yes", "no");
    member(
        "evidence",
        "method",
        "SURVEY",
        "INTERVIEW",
        "ETHNOGRAPHY",
        "PILOT",
        "COMPLAINT_ANALYSIS",
        "EXEC_OPINION");
    member("evidence", "sampleSize", "4", "5", "11", "12", "99", "100", "383", "384");
    member("evidence", "collectedFrom", "2023-12-01", "2024-01-01");
    member("evidence", "collectedTo", "2024-01-14", "2024-01-15", "2025-06-30", "2026-01-16");
    member("evidence", "subject", "BUYER", "COMPANY", "BOTH");
    member("evidence", "segments", "[a]", "[b]", "[a, b]");
    member("evidence", "themes", "[FRUSTRATION]", "[DELIGHT]", "[DELIGHT, FRUSTRATION]");
    member("evidence", "testsLoss", "yes", "no");
    member("evidence", "conclusion", "SUPPORTS", "OPPOSES", "MIXED", "NEUTRAL");
    member("evidence", "answered", "yes", "no");
    member("evidence", "answer", "so be it");
    member("departments", "impact", "LOW", "MEDIUM", "HIGH");
    member(
        "departments",
        "state",
        "NOT_CONSULTED",
        "INFORMED",
        "CONSULTED",
        "SUPPORTS",
        "SIGNED_OFF",
        "OBJECTED");
    member("metrics", "baseline", "1", "40");
    member("metrics", "expected", "1", "1.3", "1.31", "38", "37.9", "48");
    member("metrics", "horizon", "11 months", "12 months");
    member("financials", "shareOfRevenue", "0.04%", "0.05%", "0.99%", "1%");
    member("financials", "shortTermRevenue", "NEGATIVE", "NEUTRAL", "POSITIVE");
    member("financials", "longTermRelationship", "NEGATIVE", "NEUTRAL", "POSITIVE");
    member("handoffs", "change", "-1", "0", "1");
    member("handoffs", "endToEndOwner", "yes", "no");
  }

  private static void startMotiveBrand() {
    member("decision", "startingPoint", "CUSTOMER_NEED", "COST_SAVING");
    member("decision", "originator", "EXEC", "TEAM");
    member("segments", "share", "1%", "9.9%", "10%", "40%", "50%", "51%");
    member("gaps", "current", "ten minutes");
    member("gaps", "criterion", "minutes");
    member("gaps", "viewpoint", "CUSTOMER", "COMPETITOR");
    member("gaps", "evidence", "[E1]", "[E2]");
    member("netEffect", "majority", "BETTER", "NEUTRAL", "WORSE");
    member("netEffect", "companyGain", "yes", "no");
    member("netEffect", "customerGain", "yes", "no");
    member("netEffect", "evidence", "[E1]", "[E2]");
    member("dissents", "basis", "CUSTOMER", "FINANCE");
    member("dissents", "answeredWithEvidence", "yes", "no");
    member("dissents", "evidence", "[E1]");
    member("financials", "promotionSpend", "0 USD", "60 USD", "61 USD");
    member("financials", "experienceSpend", "0 USD", "40 USD");
    member("leadership", "incentive", "NONE", "CUSTOMER_OUTCOME", "MIXED", "VOLUME_ONLY");
    member("harms", "mitigation", "a fuse");
    member("harms", "mitigated", "yes", "no");
    member("harms", "segment", "a", "b");
    member("messages", "comprehension", "79.9%", "80%");
    member("promises", "broken", "yes", "no");
    member("promises", "remedy", "yes", "no");
    member("disclosure", "notice", "29 days", "30 days");
    member("touchpoints", "assessed", "yes", "no");
  }

  private static void easeTrust() {
    member("decision", "priceChange", "-5%", "0%", "0.1%", "8%");
    member("decision", "effectiveOn", "2025-01-15", "2026-01-16");
    member("touchpoints", "stage", "RENEW", "LEAVE");
    member("journeys", "stepsBefore", "0", "2", "3");
    member("journeys", "stepsAfter", "0", "2", "3", "3.5");
    member("journeys", "entrySteps", "0", "1", "2");
    member("journeys", "exitSteps", "1", "2", "3", "4");
    member("journeys", "askedForByCustomers", "yes", "no");
    member("journeys", "evidence", "[E1]", "[E2]", "[E1, E2]");
    member("readiness", "met", "yes", "no");
    member("pilot", "done", "yes", "no");
    member("removals", "usersShare", "4.9%", "5%", "40%");
    member("removals", "replacementAtLaunch", "yes", "no");
    member("removals", "customerWellbeing", "yes", "no");
    member("harms", "mitigated", "yes", "no");
    member("disclosure", "material", "yes", "no");
    member("disclosure", "on", "2026-01-15", "2026-01-16", "2026-01-17");
    member("disclosure", "notice", "0 days", "1 day", "30 days");
    member("remedy", "proactive", "yes", "no");
    member("value", "done", "yes", "no");
    member("value", "benefits", "more channels");
    member("value", "limitations", "no sport");
    member("value", "totalPrice", "12 USD");
    member("value", "vulnerableImpact", "none");
  }

  private static void loopLeadPeopleLearn() {
    member("decision", "effectiveOn", "2025-01-15", "2026-01-16");
    member("feedback", "owner", "Head of service");
    member("feedback", "owned", "yes", "no");
    member("feedback", "cadence", "90 days", "91 days");
    member("feedback", "closeTheLoop", "56 days", "57 days");
    member(
        "review",
        "on",
        "2026-01-15",
        "2026-01-16",
        "2026-02-15",
        "2026-02-16",
        "2027-01-15",
        "2027-01-16",
        "2027-01-17");
    member("review", "metrics", "[NPS]", "[CHURN_PCT_MONTH, NPS]");
    member("review", "killCriterion", "fewer renew");
    member("leadership", "executive", "Head of service");
    member("leadership", "ownsCustomerOutcome", "yes", "no");
    member("leadership", "fundedShare", "79.9%", "80%");
    member("leadership", "fte", "0", "0.5");
    member("employees", "direction", "NEGATIVE", "NEUTRAL", "POSITIVE");
    member("employees", "mitigation", "yes", "no");
    member("employees", "frontlineReady", "yes", "no");
    member("employees", "trainedShare", "89.9%", "90%");
    member("employees", "resistancePlan", "yes", "no");
    member("gaps", "viewpoint", "CUSTOMER", "COMPANY", "COMPETITOR");
    member("benchmarks", "kind", "COMPETITOR", "OTHER_INDUSTRY", "OWN_PAST");
    member("improvements", "metric", "NPS", "CES_7", "TASK_MINUTES");
    member("improvements", "before", "3", "4");
    member("improvements", "after", "3", "4");
    member("improvements", "on", "2024-01-14", "2024-01-15", "2026-01-15", "2026-01-16");
    member("anticipations", "signal", "age");
    member("anticipations", "horizon", "11 months", "12 months");
  }

  private static void member(String section, String name, String... values) {
    List<String> known =
        OF.computeIfAbsent(section, it -> new LinkedHashMap<>())
            .computeIfAbsent(name, it -> new ArrayList<>());
    known.addAll(List.of(values).stream().filter(value -> !known.contains(value)).toList());
  }
}
