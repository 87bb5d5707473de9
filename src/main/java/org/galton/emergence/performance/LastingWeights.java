package org.galton.emergence.performance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.statistics.regression.LogisticFit;
import org.galton.statistics.regression.LogisticRegression;
import org.galton.statistics.regression.RegressionRow;

/**
 * Groups that win early are missing from the early window. Those like them that are there stand for
 * them:
 *
 * <pre>  w = Pr(lasted) / Pr(lasted | condition, first error)</pre>
 *
 * <p>with a logistic model below the line, a condition of which all groups lasted having
 * probability 1. Takes away the bias only as far as condition and first error explain who ended
 * early.
 *
 * <p>Hernán, Brumback and Robins, Marginal structural models, Epidemiology 11, 2000.
 *
 * @param status whether weights were needed and could be had
 * @param reason with the numbers; empty unless the model was refused
 * @param share of all groups that lasted; 1 where all weigh the same
 * @param model of the conditions below; empty where there are none
 * @param conditions that lost some groups and kept some, the reference first
 */
record LastingWeights(
    WeightStatus status,
    Optional<String> reason,
    double share,
    Optional<LogisticFit.Accepted> model,
    List<String> conditions) {

  static LastingWeights equal(WeightStatus status) {
    return new LastingWeights(status, Optional.empty(), 1, Optional.empty(), List.of());
  }

  static LastingWeights of(List<GroupOutcome> groups) {
    if (groups.stream().allMatch(GroupOutcome::lasted)) {
      return equal(WeightStatus.ALL_LASTED);
    }
    if (groups.stream().anyMatch(group -> group.firstError().isEmpty())) {
      return equal(WeightStatus.NO_FIRST_ERROR);
    }
    List<GroupOutcome> unsure = withBothOutcomes(groups);
    long lasted = groups.stream().filter(GroupOutcome::lasted).count();
    double share = (double) lasted / groups.size();
    if (unsure.isEmpty()) {
      // Conditions alone decide: those with a group in the window lost none.
      return new LastingWeights(
          WeightStatus.INVERSE_PROBABILITY, Optional.empty(), share, Optional.empty(), List.of());
    }
    List<String> conditions =
        unsure.stream().map(GroupOutcome::condition).distinct().sorted().toList();
    List<String> terms = new ArrayList<>(List.of("intercept", "first error"));
    conditions.stream().skip(1).forEach(condition -> terms.add("condition " + condition));
    LogisticFit fit =
        LogisticRegression.withDefaults()
            .fit(
                terms,
                unsure.stream()
                    .map(group -> new RegressionRow(row(group, conditions), group.lasted(), 1))
                    .toList());
    if (fit instanceof LogisticFit.Accepted accepted) {
      return new LastingWeights(
          WeightStatus.INVERSE_PROBABILITY,
          Optional.empty(),
          share,
          Optional.of(accepted),
          conditions);
    }
    LogisticFit.Refused refused = (LogisticFit.Refused) fit;
    return new LastingWeights(
        WeightStatus.NOT_FITTED,
        Optional.of(refused.status().meaning() + " (" + refused.reason() + ")"),
        1,
        Optional.empty(),
        List.of());
  }

  /** Of a group that lasted. */
  double of(GroupOutcome group) {
    if (!conditions.contains(group.condition())) {
      return share;
    }
    return share / model.orElseThrow().probability(row(group, conditions));
  }

  private static List<GroupOutcome> withBothOutcomes(List<GroupOutcome> groups) {
    Map<String, List<GroupOutcome>> byCondition =
        groups.stream()
            .collect(
                Collectors.groupingBy(GroupOutcome::condition, TreeMap::new, Collectors.toList()));
    return byCondition.values().stream()
        .filter(some -> some.stream().map(GroupOutcome::lasted).distinct().count() == 2)
        .flatMap(Collection::stream)
        .toList();
  }

  private static double[] row(GroupOutcome group, List<String> conditions) {
    double[] row = new double[1 + conditions.size()];
    row[0] = 1;
    row[1] = group.firstError().orElseThrow();
    for (int i = 1; i < conditions.size(); i++) {
      row[i + 1] = group.condition().equals(conditions.get(i)) ? 1 : 0;
    }
    return row;
  }
}
