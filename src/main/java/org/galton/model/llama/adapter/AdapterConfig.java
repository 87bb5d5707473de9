package org.galton.model.llama.adapter;

import com.google.re2j.Pattern;
import java.util.Map;

/**
 * The part of {@code adapter_config.json} that says what the factors change, and how much.
 *
 * @param rank of a module that {@code ranks} does not name
 * @param alpha of a module that {@code alphas} does not name
 * @param ranks by pattern of a module's whole name; the first that fits counts
 * @param alphas likewise
 * @param base name of the model that it was made for, or an empty text
 */
record AdapterConfig(
    int rank,
    double alpha,
    Scaling scaling,
    TargetModules targets,
    Map<Pattern, Integer> ranks,
    Map<Pattern, Double> alphas,
    String base) {

  /** What the product of the factors is multiplied by. */
  enum Scaling {
    /** alpha / rank. */
    BY_RANK,
    /** alpha / sqrt(rank), rank-stabilised: Kalajdzievski, arXiv 2312.03732. */
    BY_ROOT_OF_RANK
  }

  int rank(String module) {
    return first(ranks, module, rank);
  }

  double scale(String module) {
    double own = first(alphas, module, alpha);
    return switch (scaling) {
      case BY_RANK -> own / rank(module);
      case BY_ROOT_OF_RANK -> own / Math.sqrt(rank(module));
    };
  }

  private static <T> T first(Map<Pattern, T> byPattern, String module, T otherwise) {
    return byPattern.entrySet().stream()
        .filter(entry -> entry.getKey().matches(module))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(otherwise);
  }
}
