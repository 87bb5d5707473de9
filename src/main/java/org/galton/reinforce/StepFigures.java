package org.galton.reinforce;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.row.StepCosts;
import org.galton.reinforce.row.StepEpisodes;
import org.galton.reinforce.row.StepGroups;
import org.galton.reinforce.row.StepLearning;
import org.galton.reinforce.row.StepRollouts;
import org.galton.reinforce.row.StepSearch;
import org.galton.reinforce.tree.SearchedGroup;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.Reward;
import org.galton.statistics.rate.ZeroVarianceAtG;
import org.galton.train.policy.Learned;

/** The figures of a step's rows. */
final class StepFigures {
  private static final ZeroVarianceAtG GROUP_OF_16 = new ZeroVarianceAtG(16);

  private StepFigures() {}

  static StepGroups groups(List<JudgedGroup> groups) {
    int kept = count(groups, PromptUse.KEPT);
    int right = count(groups, PromptUse.ALL_CORRECT);
    int wrong = count(groups, PromptUse.ALL_WRONG);
    return new StepGroups(groups.size(), kept, right, wrong, groups.size() - kept - right - wrong);
  }

  private static int count(List<JudgedGroup> groups, PromptUse use) {
    return (int) groups.stream().filter(group -> group.use() == use).count();
  }

  /**
   * @param after the reward of later steps
   */
  static StepRollouts rollouts(List<JudgedGroup> groups, Reward after) {
    List<DrawnRollout> all =
        groups.stream().flatMap(group -> group.drawn().rollouts().stream()).toList();
    List<DrawnRollout> drawn = all.stream().filter(one -> !one.isFailed()).toList();
    List<DrawnRollout> scored = drawn.stream().filter(DrawnRollout::isScored).toList();
    double[] rewards =
        groups.stream().flatMapToDouble(one -> Arrays.stream(one.rewards())).toArray();
    long tokens = groups.stream().mapToLong(group -> group.drawn().drawnTokens()).sum();
    double entropy =
        drawn.stream()
            .flatMap(one -> one.traces().stream())
            .mapToDouble(StepFigures::entropySum)
            .sum();
    long traced =
        drawn.stream()
            .flatMap(one -> one.traces().stream())
            .mapToLong(TokenTrace::drawnTokens)
            .sum();
    return new StepRollouts(
        all.size(),
        all.size() - drawn.size(),
        drawn.size() - scored.size(),
        groups.stream().mapToLong(group -> group.drawn().promptTokens()).sum(),
        tokens,
        Arrays.stream(rewards).average(),
        deviation(rewards),
        mean(scored, one -> one.isCorrect() ? 1 : 0),
        mean(scored, one -> one.isAbstained() ? 1 : 0),
        mean(drawn, DrawnRollout::tokens),
        mean(drawn, one -> one.isTruncated() ? 1 : 0),
        traced == 0 ? OptionalDouble.empty() : OptionalDouble.of(entropy / traced),
        effectiveGradient(groups),
        mean(
            scored.stream().filter(one -> one.signals().isOtherVerifier()).toList(),
            one -> one.signals().isRightByTask() ? 1 : 0),
        mean(
            scored.stream().filter(one -> one.signals().model().isPresent()).toList(),
            one -> one.signals().agrees() ? 1 : 0),
        after instanceof HybridReward hybrid ? hybrid.usualSpread() : OptionalDouble.empty());
  }

  /** Share of the completions that a closing text was put into. */
  static OptionalDouble interrupted(List<JudgedGroup> groups) {
    return mean(
        groups.stream()
            .flatMap(group -> group.drawn().rollouts().stream())
            .filter(one -> !one.isFailed())
            .toList(),
        one -> one.traces().stream().anyMatch(TokenTrace::isInterrupted) ? 1 : 0);
  }

  /**
   * How the prompts were searched.
   *
   * @param remembered solutions after the step
   */
  static StepSearch search(List<JudgedGroup> groups, int remembered) {
    List<SearchedGroup> all =
        groups.stream().flatMap(group -> group.drawn().search().stream()).toList();
    if (all.isEmpty()) {
      return StepSearch.NONE;
    }
    return new StepSearch(
        OptionalInt.of(all.stream().mapToInt(one -> one.probe().rollouts()).sum()),
        OptionalInt.of(count(all, SearchedGroup.Source.TREE)),
        OptionalInt.of(count(all, SearchedGroup.Source.CACHE)),
        OptionalInt.of(all.stream().mapToInt(SearchedGroup::remembered).sum()),
        OptionalInt.of(remembered));
  }

  /** How long the episodes of environments were, and how often tools were called. */
  static StepEpisodes episodes(List<JudgedGroup> groups) {
    List<DrawnRollout> played =
        groups.stream()
            .flatMap(group -> group.drawn().scored().stream())
            .filter(one -> one.episode().isPresent())
            .toList();
    return new StepEpisodes(
        mean(played, one -> one.episode().orElseThrow().turns()),
        mean(played.stream().filter(DrawnRollout::isCorrect).toList(), DrawnRollout::toolCalls),
        mean(played.stream().filter(one -> !one.isCorrect()).toList(), DrawnRollout::toolCalls));
  }

  private static int count(List<SearchedGroup> all, SearchedGroup.Source source) {
    return (int) all.stream().filter(one -> one.source() == source).count();
  }

  private static double entropySum(TokenTrace trace) {
    double sum = 0;
    for (float entropy : trace.entropies()) {
      sum += entropy;
    }
    return sum;
  }

  private static OptionalDouble mean(List<DrawnRollout> all, ToDoubleFunction<DrawnRollout> of) {
    return all.stream().mapToDouble(of).average();
  }

  private static OptionalDouble deviation(double[] values) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return OptionalDouble.of(Math.sqrt(squares / values.length));
  }

  private static OptionalDouble effectiveGradient(List<JudgedGroup> groups) {
    return groups.stream()
        .filter(group -> group.drawn().search().isEmpty())
        .map(group -> group.drawn().tally())
        .map(GROUP_OF_16::value)
        .flatMapToDouble(OptionalDouble::stream)
        .map(zero -> 1 - zero)
        .average();
  }

  /** Of a step that learned something, or of one that had nothing to learn from. */
  static StepLearning learning(double rate, Optional<BatchObjective> from, Optional<Learned> step) {
    return new StepLearning(
        from.map(BatchObjective::tokens).orElse(0L),
        rate,
        figure(from, one -> -one.objective()),
        figure(from, BatchObjective::ratioMean),
        figure(from, BatchObjective::ratioMax),
        figure(from, BatchObjective::logRatioMean),
        figure(from, BatchObjective::logRatioMax),
        figure(from, BatchObjective::clippedLow),
        figure(from, BatchObjective::clippedHigh),
        from.map(BatchObjective::divergence).orElse(OptionalDouble.empty()),
        step.map(done -> OptionalDouble.of(done.gradientNorm())).orElse(OptionalDouble.empty()));
  }

  private static OptionalDouble figure(
      Optional<BatchObjective> from, ToDoubleFunction<BatchObjective> of) {
    return from.map(one -> OptionalDouble.of(of.applyAsDouble(one))).orElse(OptionalDouble.empty());
  }

  /**
   * @param clock of the step, until its own account is stored
   */
  static StepCosts costs(Totals before, Totals after, long parameters, PhaseClock clock) {
    double spark = clock.seconds(Phase.SPARK);
    return new StepCosts(
        after.secondsDrawn() - before.secondsDrawn(),
        after.secondsJudged() - before.secondsJudged(),
        after.secondsLearned() - before.secondsLearned() - spark,
        after.secondsStored() - before.secondsStored(),
        spark > 0 ? OptionalDouble.of(spark) : OptionalDouble.empty(),
        after.cpuSeconds() - before.cpuSeconds(),
        after.flopsDrawn(parameters) - before.flopsDrawn(parameters),
        after.flopsLearned(parameters) - before.flopsLearned(parameters));
  }
}
