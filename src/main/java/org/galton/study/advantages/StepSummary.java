package org.galton.study.advantages;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Optionals;
import org.galton.reward.GroupState;
import org.galton.reward.signal.Answered;
import org.galton.reward.signal.Truthfulness;
import org.galton.statistics.Moments;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.ZeroVarianceAtG;
import org.galton.study.advantages.row.AdvantageStepRow;

/** The figures of a batch. */
record StepSummary(
    List<StepPrompt> prompts,
    double[][] rewards,
    List<FilterName> dropped,
    List<LearnedRollout> rollouts) {
  /** At which effective shares of batches are compared. */
  private static final ZeroVarianceAtG OF_16 = new ZeroVarianceAtG(16);

  AdvantageStepRow row(String runId, String step, OptionalDouble usualSpread) {
    double[] rewarded = Arrays.stream(rewards).flatMapToDouble(Arrays::stream).toArray();
    DoubleSummaryStatistics advantages =
        rollouts.stream().mapToDouble(LearnedRollout::advantage).summaryStatistics();
    Optional<Truthfulness> truth = isJudged() ? truthfulness() : Optional.empty();
    return new AdvantageStepRow(
        runId,
        step,
        prompts.size(),
        (int) dropped.stream().filter(filter -> filter == null).count(),
        states(GroupState.SINGLE),
        judged(tally -> tally.wrong() == 0),
        judged(tally -> tally.correct() == 0),
        rollouts.size(),
        (int) rollouts.stream().filter(rollout -> rollout.leftOut() == null).count(),
        tokens(),
        Moments.mean(rewarded),
        rewarded.length < 2 ? null : Double.valueOf(Math.sqrt(Moments.variance(rewarded))),
        advantages.getMin(),
        advantages.getMax(),
        (double) states(GroupState.MIXED) / prompts.size(),
        effectiveAt16(),
        ofTokens(tokens -> CompensatedSum.ofSorted(each(LearnedTokens::objective))),
        ofTokens(tokens -> CompensatedSum.ofSorted(each(one -> sum(one.ratios()))) / tokens),
        ofTokens(tokens -> Arrays.stream(each(one -> max(one.ratios()))).max().orElse(0)),
        ofTokens(tokens -> sum(LearnedTokens::clippedLow) / tokens),
        ofTokens(tokens -> sum(LearnedTokens::clippedHigh) / tokens),
        share(truth, Truthfulness::accuracy),
        share(truth, Truthfulness::uncertainty),
        share(truth, Truthfulness::hallucination),
        Optionals.orNull(usualSpread));
  }

  private boolean isJudged() {
    return prompts.stream().allMatch(StepPrompt::isJudged);
  }

  private int states(GroupState wanted) {
    return (int) Arrays.stream(rewards).filter(prompt -> GroupState.of(prompt) == wanted).count();
  }

  private Integer judged(Predicate<Tally> wanted) {
    return isJudged()
        ? (Integer) (int) prompts.stream().map(StepPrompt::tally).filter(wanted).count()
        : null;
  }

  private Long tokens() {
    return rollouts.stream().anyMatch(rollout -> rollout.tokens() == null)
        ? null
        : (Long) rollouts.stream().mapToLong(LearnedRollout::tokens).sum();
  }

  private Double effectiveAt16() {
    if (!isJudged()) {
      return null;
    }
    double[] equal =
        prompts.stream()
            .map(prompt -> OF_16.value(prompt.tally()))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    return equal.length == 0 ? null : Double.valueOf(1 - Moments.mean(equal));
  }

  private Optional<Truthfulness> truthfulness() {
    List<List<Answered>> answers =
        prompts.stream()
            .map(prompt -> prompt.rollouts().stream().map(GivenRollout::answered).toList())
            .toList();
    return Truthfulness.of(answers);
  }

  private static Double share(Optional<Truthfulness> truth, ToDoubleFunction<Truthfulness> share) {
    return truth.isPresent() ? (Double) share.applyAsDouble(truth.get()) : null;
  }

  /** Absent unless every rollout has logarithms, and one is learned from. */
  private Double ofTokens(DoubleUnaryOperator figure) {
    boolean known = rollouts.stream().allMatch(rollout -> rollout.learned() != null);
    double tokens = known ? tokens() : 0;
    return tokens == 0 ? null : (Double) figure.applyAsDouble(tokens);
  }

  private double[] each(ToDoubleFunction<LearnedTokens> figure) {
    return rollouts.stream().map(LearnedRollout::learned).mapToDouble(figure).toArray();
  }

  private double sum(ToIntFunction<LearnedTokens> count) {
    return rollouts.stream().map(LearnedRollout::learned).mapToInt(count).asLongStream().sum();
  }

  private static double sum(double[] values) {
    return CompensatedSum.of(values);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
