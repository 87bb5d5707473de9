package org.galton.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.galton.statistics.ClusteredMean;
import org.galton.statistics.Estimate;
import org.galton.statistics.MajorityAtK;
import org.galton.statistics.MeanAtK;
import org.galton.statistics.MeanGPassAtK;
import org.galton.statistics.PassAtK;
import org.galton.statistics.PassHatK;
import org.galton.statistics.PromptMean;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;
import org.galton.statistics.ZeroVarianceAtG;

/** Averages one model's prompts: the whole family of figures, each with its error. */
final class ModelFigures {
  private final List<PromptFigures> prompts;
  private final List<Integer> ks;
  private final boolean clustered;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * @param prompts in a fixed order
   * @param ks of which each prompt has the values of those that its rollouts reach
   */
  private ModelFigures(List<PromptFigures> prompts, List<Integer> ks) {
    this.prompts = prompts;
    this.ks = ks;
    this.clustered = prompts.stream().anyMatch(prompt -> prompt.cluster() != null);
  }

  static ModelStatistics of(List<PromptFigures> prompts, List<Integer> ks) {
    ModelFigures model = new ModelFigures(prompts, ks);
    model.addAll();
    return new ModelStatistics(
        prompts.get(0).model(),
        prompts.size(),
        prompts.stream().mapToLong(PromptFigures::n).sum(),
        model.clusters(),
        List.copyOf(model.figures),
        RolloutPlan.of(prompts));
  }

  private OptionalInt clusters() {
    return clustered
        ? OptionalInt.of((int) prompts.stream().map(ModelFigures::family).distinct().count())
        : OptionalInt.empty();
  }

  /** A prompt without a family is one by itself. */
  private static String family(PromptFigures prompt) {
    return prompt.cluster() == null ? "prompt " + prompt.prompt() : "family " + prompt.cluster();
  }

  private void addAll() {
    for (int k : ks) {
      addTally("pass@k", k, new PassAtK(k), "unbiased");
    }
    for (int k : ks) {
      addTally("pass^k", k, new PassHatK(k), "unbiased");
    }
    for (int k : ks) {
      addTally("mean@k", k, new MeanAtK(k), "unbiased");
    }
    for (int k : ks) {
      if (k > 1 && k <= MajorityAtK.LARGEST_K) {
        addTally("mg-pass@k", k, new MeanGPassAtK(k), "mean over thresholds above one half");
      }
    }
    if (any(PromptFigures::answered)) {
      addAnswers();
    }
    if (any(PromptFigures::scored)) {
      for (int i = 0; i < ks.size(); i++) {
        int index = i;
        add("best_of@k", ks.get(i), prompt -> prompt.bestOf()[index], "unbiased, ties shared");
      }
    }
    addZeroVariance();
    if (any(prompt -> prompt.finished() > 0)) {
      add(
          "truncation_rate",
          null,
          prompt ->
              prompt.finished() == 0
                  ? null
                  : (Double) ((double) prompt.truncated() / prompt.finished()),
          "share of rollouts that say how they ended");
    }
    if (any(prompt -> prompt.tokensPerRollout() != null)) {
      add("completion_tokens", null, PromptFigures::tokensPerRollout, "mean of a prompt");
    }
    if (any(prompt -> prompt.tokenEntropy() != null)) {
      add("token_entropy", null, PromptFigures::tokenEntropy, "nats per token of a prompt");
    }
  }

  private void addAnswers() {
    for (int i = 0; i < ks.size() && ks.get(i) <= MajorityAtK.LARGEST_K; i++) {
      int index = i;
      add("maj@k", ks.get(i), prompt -> prompt.majority()[index], "exact over all draws");
    }
    add("maj@n", null, PromptFigures::majorityVote, "one vote of all rollouts");
    add("answer_entropy", null, PromptFigures::answerEntropy, "nats, of the answers given");
    add("undrawn_correct_mass", null, PromptFigures::undrawnCorrect, "Good-Turing");
  }

  private void addZeroVariance() {
    add("all_wrong", null, prompt -> share(prompt.correct() == 0), "share of prompts");
    add("all_correct", null, prompt -> share(prompt.correct() == prompt.n()), "share of prompts");
    add(
        "zero_variance",
        null,
        prompt -> share(prompt.correct() == 0 || prompt.correct() == prompt.n()),
        "share of prompts; depends on n");
    for (int k : ks) {
      if (k > 1) {
        addTally("zero_variance@k", k, new ZeroVarianceAtG(k), "unbiased for groups of k");
      }
    }
  }

  private static Double share(boolean held) {
    return held ? 1.0 : 0.0;
  }

  private boolean any(Predicate<PromptFigures> which) {
    return prompts.stream().anyMatch(which);
  }

  private void addTally(String name, int k, PromptMetric<Tally> metric, String estimator) {
    // Prompts far outnumber the counts that they can have.
    Map<Tally, OptionalDouble> known = new HashMap<>();
    add(
        name,
        k,
        prompt -> {
          OptionalDouble value = known.computeIfAbsent(prompt.tally(), metric::value);
          return value.isPresent() ? (Double) value.getAsDouble() : null;
        },
        estimator);
  }

  private void add(
      String name, Integer k, Function<PromptFigures, Double> value, String estimator) {
    List<String> families = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    for (PromptFigures prompt : prompts) {
      Double figure = value.apply(prompt);
      if (figure != null) {
        found.add(figure);
        families.add(family(prompt));
      }
    }
    double[] values = found.stream().mapToDouble(Double::doubleValue).toArray();
    int promptsShort = prompts.size() - values.length;
    Estimate estimate =
        clustered
            ? ClusteredMean.withDefaults().of(values, families, promptsShort).estimate()
            : PromptMean.withDefaults().of(values, promptsShort);
    String errorBar =
        clustered
            ? ", standard error over prompt families, normal 95 % interval"
            : ", standard error over prompts, normal 95 % interval";
    figures.add(new Figure(name, k, estimate, estimator + errorBar));
  }
}
