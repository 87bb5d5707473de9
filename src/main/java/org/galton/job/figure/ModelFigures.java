package org.galton.job.figure;

import static org.galton.numerics.Optionals.orNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.galton.statistics.Estimate;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.rate.BayesAtN;
import org.galton.statistics.rate.BetaBinomialFit;
import org.galton.statistics.rate.GPassAtK;
import org.galton.statistics.rate.MeanAtK;
import org.galton.statistics.rate.MeanGPassAtK;
import org.galton.statistics.rate.PassAtK;
import org.galton.statistics.rate.PassHatK;
import org.galton.statistics.rate.Truncation;
import org.galton.statistics.rate.ZeroVarianceAtG;
import org.galton.statistics.stage.StagedPassAtK;
import org.galton.statistics.stage.StagedTally;
import org.galton.statistics.vote.MajorityCurve;

/** Averages one model's prompts: the whole family of figures, each with its error. */
public final class ModelFigures {
  private static final double[] THRESHOLDS = {0.5, 0.75};
  private static final int LARGEST_STABLE_K = 64;
  private static final String BAYES = "bayes@n";

  /** Says in a figure's method that it is of the first stage of a budget. */
  public static final String OF_PILOT = ", of the pilot";

  private static final int[] TIMES_BEYOND = {2, 4, 8, 16};

  private final List<MeasuredPrompt> prompts;
  private final List<StagedTally> staged;
  private final List<Integer> ks;
  private final String ofPilot;
  private final PromptAverages averages;

  /** Counts that prompts have, each once, and by prompt the place of its own. */
  private final List<Tally> tallies = new ArrayList<>();

  private final int[] tallyOf;

  /**
   * @param prompts in a fixed order
   * @param staged both stages of each prompt of a budget; nothing where there was none
   * @param ks of which each prompt has the values of those that its rollouts reach
   */
  private ModelFigures(List<MeasuredPrompt> prompts, List<StagedTally> staged, List<Integer> ks) {
    this.prompts = prompts;
    this.staged = staged;
    this.ks = ks;
    this.ofPilot = staged.isEmpty() ? "" : OF_PILOT;
    this.averages = new PromptAverages(prompts.stream().map(MeasuredPrompt::family).toList());
    Map<Tally, Integer> places = new HashMap<>();
    this.tallyOf =
        prompts.stream()
            .mapToInt(prompt -> places.computeIfAbsent(prompt.figures().tally(), this::added))
            .toArray();
  }

  private int added(Tally tally) {
    tallies.add(tally);
    return tallies.size() - 1;
  }

  public static ModelStatistics of(String name, List<MeasuredPrompt> prompts, List<Integer> ks) {
    return ofStages(name, prompts, List.of(), ks);
  }

  /**
   * Of rollouts whose numbers looked at the rollouts themselves. pass@k and mean@n are made of both
   * stages; any other figure would be biased by the second, and is made of the pilot.
   *
   * @param prompts figures of their pilots
   * @param staged both stages of each
   */
  public static ModelStatistics ofStages(
      String name, List<MeasuredPrompt> prompts, List<StagedTally> staged, List<Integer> ks) {
    ModelFigures model = new ModelFigures(prompts, staged, ks);
    RolloutPlan plan =
        RolloutPlan.of(
            prompts.stream().map(prompt -> prompt.figures().tally()).toList(),
            model.undrawnCorrect());
    model.addAll(plan);
    return new ModelStatistics(
        name,
        prompts.size(),
        prompts.stream().mapToLong(prompt -> prompt.figures().n()).sum()
            + staged.stream().mapToLong(prompt -> prompt.later().rollouts()).sum(),
        model.averages.clustered()
            ? OptionalInt.of(model.averages.clusters())
            : OptionalInt.empty(),
        model.averages.figures(),
        plan,
        model.truncation(),
        (int) prompts.stream().filter(prompt -> prompt.figures().allTruncated()).count(),
        prompts.stream().mapToLong(prompt -> prompt.figures().overruled()).sum(),
        prompts.stream().mapToLong(prompt -> prompt.figures().contradicted()).sum());
  }

  /** Mean over prompts; empty where there are no answers. */
  private OptionalDouble undrawnCorrect() {
    double[] values =
        prompts.stream()
            .map(prompt -> prompt.figures().undrawnCorrect())
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return any(PromptFigures::answered)
        ? PromptMean.withDefaults().of(values, 0).value()
        : OptionalDouble.empty();
  }

  private Optional<Truncation> truncation() {
    return Truncation.of(
        prompts.stream().mapToLong(prompt -> prompt.figures().truncated()).sum(),
        prompts.stream().mapToLong(prompt -> prompt.figures().finished()).sum());
  }

  private void addAll(RolloutPlan plan) {
    for (int k : ks) {
      addPass("pass@k", k, new PassAtK(k), "unbiased");
    }
    addExtrapolation(plan);
    for (int k : ks) {
      addTally("pass^k", k, new PassHatK(k), "unbiased");
    }
    addPass("mean@n", null, new MeanAtK(1), "share of right rollouts");
    averages.add(
        new Figure(
            BAYES,
            null,
            BayesAtN.withDefaults()
                .of(prompts.stream().map(prompt -> prompt.figures().tally()).toList()),
            "posterior mean, uniform prior"
                + ofPilot
                + "; its error is that of rollouts on these prompts alone, normal 95 % interval"));
    for (double tau : THRESHOLDS) {
      for (int k : ks) {
        if (k > 1 && k <= LARGEST_STABLE_K) {
          addTally("g-pass_" + tau + "@k", k, new GPassAtK(k, tau), "unbiased");
        }
      }
    }
    for (int k : ks) {
      if (k > 1 && k <= LARGEST_STABLE_K) {
        addTally("mg-pass@k", k, new MeanGPassAtK(k), "mean over thresholds above one half");
      }
    }
    if (any(PromptFigures::answered)) {
      addAnswers();
    }
    if (any(PromptFigures::scored)) {
      addEach("best_of@k", PromptFigures::bestOf, "unbiased, ties shared");
    }
    addZeroVariance();
    if (any(prompt -> prompt.finished() > 0)) {
      addTruncation();
    }
    if (any(prompt -> prompt.tokensPerRollout() != null)) {
      add("completion_tokens", null, PromptFigures::tokensPerRollout, "mean of a prompt");
    }
    if (any(prompt -> prompt.tokenEntropy() != null)) {
      add("token_entropy", null, PromptFigures::tokenEntropy, "nats per token of a prompt");
    }
  }

  private void addExtrapolation(RolloutPlan plan) {
    if (plan.fit() instanceof BetaBinomialFit.Fitted fitted) {
      OptionalDouble none = OptionalDouble.empty();
      int most = prompts.stream().mapToInt(prompt -> prompt.figures().n()).max().orElse(0);
      for (int times : TIMES_BEYOND) {
        double value = fitted.rates().passAtK(times * most);
        averages.add(
            new Figure(
                "extrapolated_pass@k",
                times * most,
                new Estimate(OptionalDouble.of(value), none, none, none, fitted.prompts(), 0),
                "beta-binomial fit of the solve rates" + ofPilot + ", no error bar"));
      }
    }
  }

  private void addAnswers() {
    for (int i = 0; i < ks.size(); i++) {
      int index = i;
      if (any(prompt -> prompt.majority().at(index) != null)) {
        add("maj@k", ks.get(i), prompt -> prompt.majority().at(index), majorityMethod(index));
      }
    }
    add("maj@n", null, PromptFigures::majorityVote, "one vote of all rollouts");
    add("answer_entropy", null, PromptFigures::answerEntropy, "nats, of the answers given");
    addEach(
        "undrawn_correct_mass@k",
        PromptFigures::undrawnCorrectAt,
        "unbiased, expected after k rollouts");
    add("undrawn_correct_mass", null, PromptFigures::undrawnCorrect, "Good-Turing");
    add(
        "undrawn_correct_squares",
        null,
        PromptFigures::undrawnCorrectSquares,
        "answers seen twice, over pairs of rollouts");
    add("undrawn_wrong_mass", null, PromptFigures::undrawnWrong, "Good-Turing");
    add(
        "undrawn_wrong_squares",
        null,
        PromptFigures::undrawnWrongSquares,
        "answers seen twice, over pairs of rollouts");
  }

  private String majorityMethod(int index) {
    if (ks.get(index) <= MajorityCurve.LARGEST_K) {
      return "exact over all draws";
    }
    double[] errors =
        prompts.stream()
            .map(prompt -> prompt.figures().majorityError().at(index))
            .filter(Objects::nonNull)
            .mapToDouble(error -> error)
            .toArray();
    double error = Math.sqrt(Arrays.stream(errors).map(e -> e * e).sum()) / errors.length;
    return String.format(
        Locale.ROOT, "simulated votes, which add a standard error of %.1e to the mean", error);
  }

  private void addZeroVariance() {
    add("all_wrong", null, p -> share(p, p.correct() == 0), "share of prompts");
    add("all_correct", null, p -> share(p, p.correct() == p.n()), "share of prompts");
    add(
        "zero_variance",
        null,
        p -> share(p, p.correct() == 0 || p.correct() == p.n()),
        "share of prompts; depends on n");
    for (int k : ks) {
      if (k > 1) {
        addTally("zero_variance@k", k, new ZeroVarianceAtG(k), "unbiased for groups of k");
      }
    }
  }

  private void addTruncation() {
    add(
        "truncation_rate",
        null,
        prompt ->
            prompt.finished() == 0
                ? null
                : (Double) ((double) prompt.truncated() / prompt.finished()),
        "share of rollouts that say how they ended");
    add("all_truncated", null, p -> share(p, p.allTruncated()), "share of prompts");
  }

  private static Double share(PromptFigures prompt, boolean held) {
    return prompt.n() == 0 ? null : (Double) (held ? 1.0 : 0.0);
  }

  private boolean any(Predicate<PromptFigures> which) {
    return prompts.stream().map(MeasuredPrompt::figures).anyMatch(which);
  }

  /** Of both stages where there are two. */
  private void addPass(String name, Integer k, PromptMetric<Tally> metric, String estimator) {
    if (staged.isEmpty()) {
      addTally(name, k, metric, estimator);
      return;
    }
    StagedPassAtK ofStages = new StagedPassAtK(k == null ? 1 : k);
    averages.add(
        name,
        k,
        place -> orNull(ofStages.value(staged.get(place))),
        estimator + ", of pilot and second stage, each by its weight");
  }

  private void addTally(String name, Integer k, PromptMetric<Tally> metric, String estimator) {
    // Prompts far outnumber the counts that they can have.
    Double[] known =
        tallies.stream().map(tally -> orNull(metric.value(tally))).toArray(Double[]::new);
    averages.add(name, k, place -> known[tallyOf[place]], estimator + ofPilot);
  }

  /** For each k that any prompt has. */
  private void addEach(String name, Function<PromptFigures, ValuesByK> values, String estimator) {
    for (int i = 0; i < ks.size(); i++) {
      int index = i;
      if (any(prompt -> values.apply(prompt).at(index) != null)) {
        add(name, ks.get(i), prompt -> values.apply(prompt).at(index), estimator);
      }
    }
  }

  /**
   * A figure with another interval than that of 95 %.
   *
   * @param clusters of all prompts; how many of them have no figure is not known: at most one for
   *     each prompt that has none
   */
  public static Estimate interval(Figure figure, OptionalInt clusters, double confidence) {
    Estimate estimate = figure.estimate();
    if (figure.metric().equals(BAYES)) {
      return BayesAtN.withDefaults().withConfidence(confidence).within(estimate);
    }
    int units =
        clusters.isPresent()
            ? Math.max(2, clusters.getAsInt() - estimate.promptsShort())
            : estimate.prompts();
    return PromptAverages.bounds(figure.metric()).of(estimate, units, confidence);
  }

  private void add(
      String name, Integer k, Function<PromptFigures, Double> value, String estimator) {
    averages.add(name, k, place -> value.apply(prompts.get(place).figures()), estimator + ofPilot);
  }
}
