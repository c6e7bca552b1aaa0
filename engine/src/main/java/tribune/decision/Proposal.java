package tribune.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tribune.schema.Doc;
import tribune.schema.RecordType;
import tribune.schema.Required;

/**
 * A decision as submitted: its facts and where they come from. A section that states nothing is not
 * there: it is null, so that rules see one kind of silence only.
 */
@Doc("A decision as submitted: its facts and where they come from.")
public record Proposal(
    @Doc("What is decided?") @Required Decision decision,
    @Doc("Which departments does it touch, and how far was each heard?")
        List<AffectedDepartment> departments,
    @Doc("Where do customers meet it?") List<AffectedTouchpoint> touchpoints,
    @Doc("Which groups of customers does it touch?") List<CustomerSegment> segments,
    @Doc("Which customer input informs it?") List<InputEvidence> evidence,
    @Doc("Which gap does it close between what customers want and what they have?")
        List<GapStatement> gaps,
    @Doc("What will it do to the relationship with customers, in numbers?")
        List<MetricProjection> metrics,
    @Doc("What does it cost, and what does it bring?") @Nullable FinancialProfile financials,
    @Doc("Who gains and who loses, on balance?") @Nullable NetEffect netEffect,
    @Doc("Are price and value in balance?") @Nullable ValueAssessment value,
    @Doc("Which harms to customers can be foreseen?") List<Harm> harms,
    @Doc("Who disagreed?") List<Dissent> dissents,
    @Doc("Which public promises does it touch?") List<Promise> promises,
    @Doc("What does each channel say about it?") List<Message> messages,
    @Doc("What does a task cost customers, before and after?") List<JourneyCost> journeys,
    @Doc("What does it take away that customers use?") List<CapabilityRemoval> removals,
    @Doc("What must hold before it starts?") List<ReadinessGate> readiness,
    @Doc("Was it tried with few customers first?") @Nullable Pilot pilot,
    @Doc("How often are customers handed from one department to the next?")
        @Nullable Handoffs handoffs,
    @Doc("What are affected customers told, and when?") @Nullable Disclosure disclosure,
    @Doc("What is done for those who lose?") @Nullable Remedy remedy,
    @Doc("How does feedback come back after the decision?") @Nullable FeedbackLoop feedback,
    @Doc("When is the outcome looked at, and what would stop the decision?")
        @Nullable OutcomeReview review,
    @Doc("Who answers for the outcome?") @Nullable Leadership leadership,
    @Doc("What does it mean for employees?") @Nullable EmployeeImpact employees,
    @Doc("With whom does the proposal compare itself?") List<Benchmark> benchmarks,
    @Doc("Which earlier improvements mattered to customers?") List<PriorImprovement> improvements,
    @Doc("Which needs will customers have later?") List<Anticipation> anticipations,
    @Doc("Which FAILs are accepted, by whom, and until when?") List<Waiver> waivers,
    @Doc("Which sources do the facts come from?") List<Citation> sources,
    @Doc("How firmly are the facts known?") List<Provenance> provenance) {
  public Proposal {
    departments = List.copyOf(departments);
    touchpoints = List.copyOf(touchpoints);
    segments = List.copyOf(segments);
    evidence = List.copyOf(evidence);
    gaps = List.copyOf(gaps);
    metrics = List.copyOf(metrics);
    harms = List.copyOf(harms);
    dissents = List.copyOf(dissents);
    promises = List.copyOf(promises);
    messages = List.copyOf(messages);
    journeys = List.copyOf(journeys);
    removals = List.copyOf(removals);
    readiness = List.copyOf(readiness);
    benchmarks = List.copyOf(benchmarks);
    improvements = List.copyOf(improvements);
    anticipations = List.copyOf(anticipations);
    waivers = List.copyOf(waivers);
    sources = List.copyOf(sources);
    provenance = List.copyOf(provenance);
    financials = stated(financials);
    netEffect = stated(netEffect);
    value = stated(value);
    pilot = stated(pilot);
    handoffs = stated(handoffs);
    disclosure = stated(disclosure);
    remedy = stated(remedy);
    feedback = stated(feedback);
    review = stated(review);
    leadership = stated(leadership);
    employees = stated(employees);
  }

  private static <R extends Record> @Nullable R stated(@Nullable R section) {
    boolean silent = section == null || RecordType.of(section.getClass()).statesNothing(section);
    return silent ? null : section;
  }
}
