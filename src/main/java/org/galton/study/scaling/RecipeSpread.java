package org.galton.study.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.scaling.Replicates;

/**
 * A of the runs of one recipe, among those of others.
 *
 * @param runs all, with or without a curve
 * @param fitted those whose curve may be read
 * @param mean of A; null where no run was fitted
 * @param deviation sample standard deviation of A; null below two fitted runs
 * @param halfRange (largest - smallest) / 2; null below two fitted runs
 * @param above how far the mean lies above that of the next recipe; null for the last
 * @param distinguishable whether that is more than the margin; null for the last
 */
public record RecipeSpread(
    String recipe,
    int runs,
    int fitted,
    Double mean,
    Double deviation,
    Double halfRange,
    Double above,
    Boolean distinguishable) {

  /** From the highest mean to the lowest; those without come last. */
  static List<RecipeSpread> of(List<FittedSeries> series, double margin) {
    Map<String, List<FittedSeries>> recipes =
        series.stream()
            .filter(one -> one.fit().recipe() != null)
            .collect(
                Collectors.groupingBy(
                    one -> one.fit().recipe(), TreeMap::new, Collectors.toList()));
    List<RecipeSpread> spreads = new ArrayList<>();
    recipes.forEach((recipe, runs) -> spreads.add(of(recipe, runs)));
    spreads.sort(
        Comparator.comparing(
            RecipeSpread::mean, Comparator.nullsLast(Comparator.<Double>reverseOrder())));
    Replicates replicates = Replicates.withDefaults().withMargin(margin);
    for (int i = 0; i + 1 < spreads.size(); i++) {
      if (spreads.get(i + 1).mean() != null) {
        spreads.set(i, spreads.get(i).above(spreads.get(i + 1).mean(), replicates));
      }
    }
    return List.copyOf(spreads);
  }

  private static RecipeSpread of(String recipe, List<FittedSeries> runs) {
    double[] asymptotes =
        runs.stream()
            .filter(run -> run.fit().asymptote() != null)
            .mapToDouble(run -> run.fit().asymptote())
            .toArray();
    int fitted = asymptotes.length;
    if (fitted < 2) {
      Double mean = fitted == 1 ? (Double) asymptotes[0] : null;
      return new RecipeSpread(recipe, runs.size(), fitted, mean, null, null, null, null);
    }
    Replicates.Spread found = Replicates.spread(asymptotes);
    return new RecipeSpread(
        recipe,
        runs.size(),
        fitted,
        found.mean(),
        found.deviation(),
        found.halfRange(),
        null,
        null);
  }

  private RecipeSpread above(double next, Replicates replicates) {
    return new RecipeSpread(
        recipe,
        runs,
        fitted,
        mean,
        deviation,
        halfRange,
        mean - next,
        replicates.distinguishable(mean, next));
  }
}
