package org.galton.study.emergence;

import static org.galton.numerics.Optionals.orNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.Statistic;
import org.galton.emergence.diagnosis.AgentMeasure;
import org.galton.emergence.diagnosis.GroupMeasures;
import org.galton.emergence.diagnosis.NullMeasures;
import org.galton.emergence.diagnosis.PairMeasure;
import org.galton.emergence.diagnosis.PairNull;
import org.galton.emergence.diagnosis.Participation;
import org.galton.emergence.diagnosis.TripletMeasure;
import org.galton.emergence.diagnosis.TripletNull;
import org.galton.emergence.differentiation.AgentDifferentiation;
import org.galton.emergence.differentiation.Differentiation;
import org.galton.emergence.differentiation.IdentityInformation;
import org.galton.information.NullComparison;
import org.galton.information.PidMeasure;
import org.galton.study.emergence.row.EmergenceAgentRow;
import org.galton.study.emergence.row.EmergenceDifferentiationRow;
import org.galton.study.emergence.row.EmergencePairRow;
import org.galton.study.emergence.row.EmergenceTripletRow;

/** Where in a group its figures sit: rows of pairs, triplets and agents, and of their roles. */
record DetailRows(String runId, UnitKey key, GroupMeasures measures, Optional<NullMeasures> nulls) {

  List<EmergencePairRow> pairs() {
    return IntStream.range(0, measures.pairs().size())
        .mapToObj(i -> row(measures.pairs().get(i), nulls.map(found -> found.pairs().get(i))))
        .toList();
  }

  private EmergencePairRow row(PairMeasure pair, Optional<PairNull> tested) {
    return new EmergencePairRow(
        runId,
        key.group().place(),
        key.window().firstRounds(),
        pair.first(),
        pair.second(),
        label(pair.measure()),
        pair.atoms().redundancy(),
        pair.atoms().unique1(),
        pair.atoms().unique2(),
        pair.atoms().synergy(),
        key.nullModel(),
        tested.map(PairNull::median).orElse(null),
        tested.map(found -> pValue(found.exceedances())).orElse(null));
  }

  List<EmergenceTripletRow> triplets() {
    return IntStream.range(0, measures.triplets().size())
        .mapToObj(i -> row(measures.triplets().get(i), nulls.map(found -> found.triplets().get(i))))
        .toList();
  }

  private EmergenceTripletRow row(TripletMeasure triplet, Optional<TripletNull> tested) {
    return new EmergenceTripletRow(
        runId,
        key.group().place(),
        key.window().firstRounds(),
        triplet.first(),
        triplet.second(),
        triplet.third(),
        triplet.information(),
        triplet.gain(),
        triplet.stability().isPresent() ? (Double) triplet.stability().getAsDouble() : null,
        triplet.oInformation(),
        key.nullModel(),
        tested.map(found -> pValue(found.informationExceedances())).orElse(null),
        tested.map(found -> pValue(found.gainExceedances())).orElse(null));
  }

  /** One for each agent, and where there are surrogates for each measure. */
  List<EmergenceAgentRow> agents() {
    List<EmergenceAgentRow> rows = new ArrayList<>();
    for (AgentMeasure agent : measures.members()) {
      if (nulls.isEmpty()) {
        rows.add(row(agent, null, null));
        continue;
      }
      for (Participation part : nulls.get().participation()) {
        if (part.agent().equals(agent.agent())) {
          rows.add(row(agent, label(part.measure()), part.synergy()));
        }
      }
    }
    return rows;
  }

  private EmergenceAgentRow row(AgentMeasure agent, String measure, Double participation) {
    return new EmergenceAgentRow(
        runId,
        key.group().place(),
        key.window().firstRounds(),
        agent.agent(),
        agent.level(),
        agent.slope(),
        agent.predictability(),
        agent.letters(),
        measure,
        key.nullModel(),
        participation);
  }

  /** Whether the agents play roles; has nothing to do with the null model. */
  EmergenceDifferentiationRow roles(GroupTrajectory group, EmergenceSettings settings) {
    Differentiation found = AgentDifferentiation.of(group);
    Optional<NullComparison> identity =
        group.agents().size() >= 2 && group.rounds().length >= 2
            ? Optional.of(identity(group, settings))
            : Optional.empty();
    return new EmergenceDifferentiationRow(
        runId,
        key.group().place(),
        key.window().firstRounds(),
        group.agents().size(),
        group.rounds().length,
        orNull(found.levels().statistic()),
        orNull(found.levels().pValue()),
        orNull(found.slopes().statistic()),
        orNull(found.slopes().pValue()),
        orNull(found.eitherPValue()),
        orNull(found.eitherUncorrected()),
        orNull(found.variance().statistic()),
        orNull(found.variance().pValue()),
        orNull(found.intraclassShare()),
        identity.map(NullComparison::observed).orElse(null),
        identity.map(NullComparison::nullMedian).orElse(null),
        identity.map(NullComparison::pValue).orElse(null));
  }

  private static NullComparison identity(GroupTrajectory group, EmergenceSettings settings) {
    return IdentityInformation.withDefaults()
        .test(group.name(), group.values(), settings.surrogates(), settings.seed());
  }

  private double pValue(int exceedances) {
    return (1.0 + exceedances) / (1.0 + nulls.orElseThrow().replicates());
  }

  /** Of the figure, as tables write it; null where it needs none. */
  static String measure(Statistic statistic) {
    return statistic.measure().map(DetailRows::label).orElse(null);
  }

  static String label(PidMeasure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
