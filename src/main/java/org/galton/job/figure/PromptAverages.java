package org.galton.job.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galton.statistics.Estimate;
import org.galton.statistics.error.ClusteredMean;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.test.Bounds;

/** Averages values of prompts, each figure with its error over prompts or their families. */
final class PromptAverages {
  private static final double CONFIDENCE = 0.95;

  /** Figures that are no shares. */
  private static final Set<String> UNBOUNDED =
      Set.of("completion_tokens", "token_entropy", "answer_entropy");

  private final List<String> families;
  private final int clusters;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * @param families of the prompts, in their order
   */
  PromptAverages(List<String> families) {
    this.families = families;
    this.clusters = (int) families.stream().distinct().count();
  }

  /** Prompt families. */
  int clusters() {
    return clusters;
  }

  /** Whether any two prompts are of one family. */
  boolean clustered() {
    return clusters < families.size();
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
   * @param values of the prompts, in their order; null where a prompt has none
   */
  void add(String name, Integer k, List<Double> values, String estimator) {
    List<String> familiesFound = new ArrayList<>();
    List<Double> present = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        present.add(values.get(i));
        familiesFound.add(families.get(i));
      }
    }
    double[] found = present.stream().mapToDouble(Double::doubleValue).toArray();
    int promptsShort = values.size() - found.length;
    Estimate estimate =
        clustered()
            ? ClusteredMean.withDefaults().of(found, familiesFound, promptsShort).estimate()
            : PromptMean.withDefaults().of(found, promptsShort);
    int units = clustered() ? (int) familiesFound.stream().distinct().count() : found.length;
    Bounds bounds = bounds(name);
    String errorBar =
        ", standard error over %s, %s 95 %% interval"
            .formatted(
                clustered() ? "prompt families" : "prompts",
                bounds == Bounds.RATE ? "score" : "Student");
    figures.add(new Figure(name, k, bounds.of(estimate, units, CONFIDENCE), estimator + errorBar));
  }
}
