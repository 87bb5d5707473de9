package org.galton.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.galton.statistics.Estimate;
import org.galton.statistics.MajorityVote;
import org.galton.statistics.PassAtK;
import org.galton.statistics.PromptMean;
import org.galton.statistics.Tally;
import org.galton.sweep.Books;
import org.galton.sweep.Cell;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.task.Prompt;

/** The rows that a run writes about one cell. */
final class CellSummary {
  private static final String ERROR_BAR = ", standard error over prompts, normal 95 % interval";
  private static final PromptTally NOTHING = new PromptTally();
  private static final MajorityVote VOTE = MajorityVote.withDefaults();

  private final RunName run;
  private final Cell cell;
  private final int rollouts;
  private final List<PromptTally> tallies;

  /**
   * @param rollouts wanted of each prompt
   */
  CellSummary(RunName run, Cell cell, int rollouts, Map<String, PromptTally> tallies) {
    this.run = run;
    this.cell = cell;
    this.rollouts = rollouts;
    this.tallies =
        cell.prompts().stream().map(prompt -> tallies.getOrDefault(prompt.id(), NOTHING)).toList();
  }

  /**
   * @param drawn by this run
   */
  Books books(RolloutResult.Drawn drawn) {
    long scored = tallies.stream().mapToLong(PromptTally::scored).sum();
    long unscored = tallies.stream().mapToLong(PromptTally::unscored).sum();
    return new Books(
        cell.wanted(rollouts),
        drawn.rollouts(),
        scored + unscored - drawn.rollouts(),
        scored,
        unscored,
        tallies.stream().mapToLong(PromptTally::failed).sum(),
        drawn.tokens(),
        drawn.seconds());
  }

  BooksRow row(Books books) {
    return new BooksRow(
        run.runId(),
        run.sweep(),
        cell.model().name(),
        cell.task().name(),
        cell.samplingName(),
        cell.generation(),
        cell.task().scorer(),
        books.requested(),
        books.generated(),
        books.reused(),
        books.scored(),
        books.unscored(),
        books.failed(),
        books.tokens(),
        books.deviceSeconds());
  }

  List<PromptStatisticsRow> prompts() {
    List<PromptStatisticsRow> rows = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      rows.add(row(cell.prompts().get(i), tallies.get(i)));
    }
    return rows;
  }

  private PromptStatisticsRow row(Prompt prompt, PromptTally tally) {
    return new PromptStatisticsRow(
        run.runId(),
        run.sweep(),
        cell.model().name(),
        cell.task().name(),
        cell.samplingName(),
        cell.generation(),
        cell.task().scorer(),
        prompt.id(),
        prompt.cluster(),
        tally.scored(),
        tally.correct(),
        tally.unparsed(),
        tally.abstained(),
        tally.truncated(),
        tally.unscored(),
        tally.failed(),
        tally.distinctAnswers(),
        orNull(tally.modalShare()),
        orNull(tally.answerEntropy()),
        orNull(VOTE.value(tally.ballot())),
        tally.tokens(),
        tally.rewardSum());
  }

  /** pass@k for the powers of two up to the rollouts wanted, and figures over all rollouts. */
  List<MetricRow> metrics() {
    List<MetricRow> rows = new ArrayList<>();
    for (int k = 1; k <= rollouts; k *= 2) {
      PassAtK pass = new PassAtK(k);
      rows.add(
          metric(
              "pass@k",
              k,
              tally -> pass.value(new Tally(tally.scored(), tally.correct())),
              "unbiased"));
    }
    rows.add(
        metric("maj@n", rollouts, tally -> VOTE.value(tally.ballot()), "one vote, ties shared"));
    rows.add(metric("completion_tokens", null, perRollout(PromptTally::tokens), "mean"));
    rows.add(metric("truncation_rate", null, perRollout(t -> (long) t.truncated()), "mean"));
    return rows;
  }

  private static Function<PromptTally, OptionalDouble> perRollout(
      Function<PromptTally, Long> total) {
    return tally ->
        tally.scored() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) total.apply(tally) / tally.scored());
  }

  private MetricRow metric(
      String name, Integer k, Function<PromptTally, OptionalDouble> value, String estimator) {
    Estimate estimate = PromptMean.withDefaults().of(tallies, value);
    return new MetricRow(
        run.runId(),
        run.sweep(),
        cell.model().name(),
        cell.model().step().isPresent() ? (Long) cell.model().step().getAsLong() : null,
        orNull(cell.model().trainingFlops()),
        cell.task().name(),
        cell.samplingName(),
        cell.generation(),
        cell.task().scorer(),
        name,
        k,
        orNull(estimate.value()),
        orNull(estimate.standardError()),
        orNull(estimate.low()),
        orNull(estimate.high()),
        estimate.prompts(),
        estimate.promptsShort(),
        estimator + ERROR_BAR);
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
