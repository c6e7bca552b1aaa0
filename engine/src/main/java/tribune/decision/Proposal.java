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
    @Doc("The decision itself") @Required Decision decision,
    @Doc("Departments it touches") List<AffectedDepartment> departments,
    @Doc("Places where customers meet it") List<AffectedTouchpoint> touchpoints,
    @Doc("Groups of customers it touches") List<CustomerSegment> segments,
    @Doc("Customer input that informs it") List<InputEvidence> evidence,
    @Doc("Gaps it closes") List<GapStatement> gaps,
    @Doc("What it does to relationship metrics") List<MetricProjection> metrics,
    @Doc("What it costs and brings") @Nullable FinancialProfile financials,
    @Doc("Who gains and who loses") @Nullable NetEffect netEffect,
    @Doc("Balance of price and value") @Nullable ValueAssessment value,
    @Doc("Harms that can be foreseen") List<Harm> harms,
    @Doc("Who disagreed") List<Dissent> dissents,
    @Doc("Public promises it touches") List<Promise> promises,
    @Doc("What the channels say") List<Message> messages,
    @Doc("What tasks cost customers") List<JourneyCost> journeys,
    @Doc("What it takes away") List<CapabilityRemoval> removals,
    @Doc("Conditions before launch") List<ReadinessGate> readiness,
    @Doc("A trial before") @Nullable Pilot pilot,
    @Doc("Hand-offs between departments") @Nullable Handoffs handoffs,
    @Doc("What customers are told") @Nullable Disclosure disclosure,
    @Doc("What is done for those who lose") @Nullable Remedy remedy,
    @Doc("How feedback comes back") @Nullable FeedbackLoop feedback,
    @Doc("When the outcome is looked at") @Nullable OutcomeReview review,
    @Doc("Who answers for it") @Nullable Leadership leadership,
    @Doc("What it means for employees") @Nullable EmployeeImpact employees,
    @Doc("Comparisons") List<Benchmark> benchmarks,
    @Doc("Earlier improvements") List<PriorImprovement> improvements,
    @Doc("Needs that will come") List<Anticipation> anticipations,
    @Doc("Accepted FAILs") List<Waiver> waivers,
    @Doc("Sources of the facts") List<Citation> sources,
    @Doc("How firmly the facts are known") List<Provenance> provenance) {
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
