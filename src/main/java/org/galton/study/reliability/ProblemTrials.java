package org.galton.study.reliability;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.galton.job.agents.Agent;
import org.galton.numerics.Optionals;
import org.galton.reliability.Abstention;
import org.galton.reliability.Consistency;
import org.galton.reliability.Severity;
import org.galton.reliability.Trajectories;
import org.galton.study.reliability.row.ReliabilityProblemRow;

/**
 * What the rollouts of an agent on one problem came to.
 *
 * @param forecasts by confidence, how often it failed and succeeded
 * @param severities by severity, of the rollouts that were looked at for violations
 * @param read rollouts whose text is known
 */
record ProblemTrials(
    ReliabilityProblemRow row,
    TreeMap<Double, long[]> forecasts,
    EnumMap<Severity, Long> severities,
    long read,
    EnumMap<Abstention, Long> abstentions)
    implements Serializable {

  static ProblemTrials of(String runId, Agent agent, String problem, Iterable<Trial> all) {
    List<Trial> plain = new ArrayList<>();
    int excluded = 0;
    int perturbed = 0;
    int perturbedRight = 0;
    for (Trial trial : all) {
      if (trial.success() == null) {
        excluded++;
      } else if (trial.perturbed()) {
        perturbed++;
        perturbedRight += trial.success() ? 1 : 0;
      } else {
        plain.add(trial);
      }
    }
    int right = (int) plain.stream().filter(Trial::success).count();
    List<List<String>> ways =
        plain.stream()
            .filter(trial -> trial.success() && trial.actions() != null)
            .map(Trial::actions)
            .toList();
    Trajectories trajectories = ways.size() < 2 ? null : Trajectories.of(ways);
    return new ProblemTrials(
        new ReliabilityProblemRow(
            runId,
            agent.task(),
            agent.model(),
            agent.scaffold(),
            problem,
            plain.size(),
            right,
            excluded,
            Optionals.orNull(
                plain.isEmpty()
                    ? OptionalDouble.empty()
                    : Consistency.outcome(plain.size(), right)),
            trajectories == null ? null : (Double) trajectories.mix(),
            trajectories == null ? null : (Double) trajectories.order(),
            Optionals.orNull(
                Consistency.resources(
                    Stream.<Function<Trial, Double>>of(
                            Trial::dollars,
                            Trial::seconds,
                            Trial::calls,
                            Trial::tokens,
                            trial ->
                                trial.actions() == null
                                    ? null
                                    : (Double) (double) trial.actions().size())
                        .map(quantity -> known(plain, quantity))
                        .toList())),
            Optionals.orNull(Consistency.spread(known(plain, Trial::confidence))),
            perturbed,
            perturbedRight),
        forecasts(plain),
        severities(plain),
        plain.stream().filter(trial -> trial.said() != null).count(),
        abstentions(plain));
  }

  private static double[] known(List<Trial> trials, Function<Trial, Double> quantity) {
    return trials.stream()
        .map(quantity)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static TreeMap<Double, long[]> forecasts(List<Trial> trials) {
    TreeMap<Double, long[]> forecasts = new TreeMap<>();
    for (Trial trial : trials) {
      if (trial.confidence() != null) {
        forecasts
            .computeIfAbsent(trial.confidence() + 0.0, p -> new long[2])[trial.success() ? 1 : 0]++;
      }
    }
    return forecasts;
  }

  private static EnumMap<Severity, Long> severities(List<Trial> trials) {
    EnumMap<Severity, Long> counts = new EnumMap<>(Severity.class);
    trials.stream()
        .map(Trial::severity)
        .filter(Objects::nonNull)
        .forEach(severity -> counts.merge(severity, 1L, Long::sum));
    return counts;
  }

  private static EnumMap<Abstention, Long> abstentions(List<Trial> trials) {
    EnumMap<Abstention, Long> counts = new EnumMap<>(Abstention.class);
    trials.stream()
        .filter(trial -> trial.said() != null && trial.said().abstention() != null)
        .forEach(trial -> counts.merge(trial.said().abstention(), 1L, Long::sum));
    return counts;
  }

  long forecastCount() {
    return forecasts.values().stream().mapToLong(counts -> counts[0] + counts[1]).sum();
  }

  long judged() {
    return severities.values().stream().mapToLong(Long::longValue).sum();
  }

  long violations() {
    return judged() - severities.getOrDefault(Severity.NONE, 0L);
  }

  /** Sum of the harms of its violations. */
  double harm() {
    double sum = 0;
    for (Map.Entry<Severity, Long> entry : severities.entrySet()) {
      sum += entry.getKey().harm() * entry.getValue();
    }
    return sum;
  }
}
