package org.galton.emergence.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.Statistic;
import org.galton.information.CountTable;
import org.galton.information.DiscreteEstimator;
import org.galton.information.DiscreteSeries;
import org.galton.information.Discretization;
import org.galton.information.SourceInformation;

/** A group's own figures as they are reported. */
final class ObservedFigures {
  private static final int TOP = 10;

  private final DiagnosedGroup group;
  private final EmergenceSettings settings;
  private final List<String> agents;

  ObservedFigures(DiagnosedGroup group, EmergenceSettings settings) {
    this.group = group;
    this.settings = settings;
    this.agents = group.prepared().group().agents();
  }

  Map<Statistic, Double> values() {
    List<Statistic> statistics = settings.statistics();
    Map<Statistic, Double> values = new LinkedHashMap<>();
    for (int s = 0; s < statistics.size(); s++) {
      if (group.present()[s]) {
        values.put(statistics.get(s), group.observed()[s]);
      }
    }
    return Collections.unmodifiableMap(values);
  }

  List<PairMeasure> pairs() {
    List<PairMeasure> pairs = new ArrayList<>();
    double[] terms = new double[Informations.REDUNDANCIES + settings.measures().size()];
    int pair = 0;
    for (int i = 0; i < agents.size(); i++) {
      for (int j = i + 1; j < agents.size(); j++) {
        group.informations().pair(i, j, terms);
        SourceInformation known =
            new SourceInformation(
                terms[Informations.FIRST], terms[Informations.SECOND], terms[Informations.BOTH]);
        for (int m = 0; m < settings.measures().size(); m++) {
          pairs.add(
              new PairMeasure(
                  agents.get(i),
                  agents.get(j),
                  settings.measures().get(m),
                  group.diagnosis().atoms(m, pair, known)));
        }
        pair++;
      }
    }
    return List.copyOf(pairs);
  }

  /** Those of largest I3, the first of equal ones first. */
  static List<Triplet> top(DiagnosedGroup group) {
    double[] all = group.diagnosis().all;
    return Triplet.all(group.prepared().agents()).stream()
        .sorted(Comparator.comparingDouble((Triplet triplet) -> all[triplet.index()]).reversed())
        .limit(TOP)
        .toList();
  }

  List<TripletMeasure> triplets() {
    DiscreteSeries[] states =
        Arrays.stream(group.prepared().series())
            .map(Discretization.withDefaults().withBins(settings.bins())::of)
            .toArray(DiscreteSeries[]::new);
    return top(group).stream().map(triplet -> measure(triplet, states)).toList();
  }

  private TripletMeasure measure(Triplet triplet, DiscreteSeries[] states) {
    Diagnosis diagnosis = group.diagnosis();
    int at = triplet.index();
    return new TripletMeasure(
        agents.get(triplet.i()),
        agents.get(triplet.j()),
        agents.get(triplet.k()),
        diagnosis.all[at],
        diagnosis.gain[at],
        diagnosis.hasStability(at)
            ? OptionalDouble.of(diagnosis.stability(at))
            : OptionalDouble.empty(),
        oInformation(CountTable.of(states[triplet.i()], states[triplet.j()], states[triplet.k()])));
  }

  /** As {@code OInformation}, also for estimators without a table of probabilities. */
  private double oInformation(CountTable counts) {
    DiscreteEstimator estimator = settings.estimator();
    double sum = estimator.entropy(counts, 0, 1, 2);
    for (int axis = 0; axis < 3; axis++) {
      sum +=
          estimator.entropy(counts, axis)
              - estimator.entropy(counts, (axis + 1) % 3, (axis + 2) % 3);
    }
    return sum;
  }

  List<AgentMeasure> members() {
    double[][] values = group.prepared().group().values();
    return IntStream.range(0, agents.size())
        .mapToObj(
            i ->
                new AgentMeasure(
                    agents.get(i),
                    Arrays.stream(values[i]).average().orElseThrow(),
                    group.prepared().slope(values[i]),
                    group.informations().lagged(i, i),
                    group.informations().letters(i)))
        .toList();
  }
}
