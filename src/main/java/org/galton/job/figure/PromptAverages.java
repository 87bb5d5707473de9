package org.galton.job.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.galton.statistics.Estimate;
import org.galton.statistics.error.ClusteredMean;
import org.galton.statistics.error.Families;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.test.Bounds;

/** Averages values of prompts, each figure with its error over prompts or their families. */
final class PromptAverages {
  private static final double CONFIDENCE = 0.95;

  /** Figures that are no shares. */
  private static final Set<String> UNBOUNDED =
      Set.of("completion_tokens", "token_entropy", "answer_entropy");

  private final Families families;
  private final int prompts;
  private final int clusters;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * @param families of the prompts, in their order
   */
  PromptAverages(List<String> families) {
    this.families = Families.of(families);
    this.prompts = families.size();
    this.clusters = this.families.count();
  }

  /** Prompt families. */
  int clusters() {
    return clusters;
  }

  /** Whether any two prompts are of one family. */
  boolean clustered() {
    return clusters < prompts;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  static Bounds bounds(String name) {
    return UNBOUNDED.contains(name) ? Bounds.NON_NEGATIVE : Bounds.RATE;
  }

  void add(Figure figure) {
    figures.add(figure);
  }

  /**
   * @param value of a prompt by its place; null where it has none
   */
  void add(String name, Integer k, IntFunction<Double> value, String estimator) {
    double[] values = new double[prompts];
    int[] places = new int[prompts];
    int present = 0;
    for (int i = 0; i < prompts; i++) {
      Double found = value.apply(i);
      if (found != null) {
        values[present] = found;
        places[present++] = i;
      }
    }
    double[] found = Arrays.copyOf(values, present);
    Families familiesFound = families.at(Arrays.copyOf(places, present));
    int promptsShort = prompts - present;
    Estimate estimate =
        clustered()
            ? ClusteredMean.withDefaults().of(found, familiesFound, promptsShort).estimate()
            : PromptMean.withDefaults().of(found, promptsShort);
    int units = clustered() ? familiesFound.count() : present;
    Bounds bounds = bounds(name);
    String errorBar =
        ", standard error over %s, %s 95 %% interval"
            .formatted(
                clustered() ? "prompt families" : "prompts",
                bounds == Bounds.RATE ? "score" : "Student");
    figures.add(new Figure(name, k, bounds.of(estimate, units, CONFIDENCE), estimator + errorBar));
  }
}
