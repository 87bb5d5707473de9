package org.galton.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galton.sweep.Books;
import org.galton.sweep.Cell;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.task.Prompt;

/** The rows that a run writes about one cell. */
final class CellSummary {
  private final CellLabel label;
  private final List<Prompt> prompts;
  private final int rollouts;
  private final List<TalliedPrompt> tallied;

  /**
   * @param rollouts wanted of each prompt
   * @param tallied one for each prompt, in their order
   */
  private CellSummary(
      CellLabel label, List<Prompt> prompts, int rollouts, List<TalliedPrompt> tallied) {
    this.label = label;
    this.prompts = prompts;
    this.rollouts = rollouts;
    this.tallied = tallied;
  }

  /**
   * @param counted by prompt id; a prompt that is missing has no rollouts
   */
  static CellSummary of(
      RunName run, Cell cell, int rollouts, Map<String, TalliedPrompt> counted, FigureMaker maker) {
    TalliedPrompt nothing = TalliedPrompt.of(new PromptTally(), maker);
    return new CellSummary(
        CellLabel.of(run, cell),
        cell.prompts(),
        rollouts,
        cell.prompts().stream().map(p -> counted.getOrDefault(p.id(), nothing)).toList());
  }

  /** The k of pass@k and its like: the powers of two up to the rollouts wanted. */
  static List<Integer> ks(int rollouts) {
    return IntStream.iterate(1, k -> k > 0 && k <= rollouts, k -> 2 * k).boxed().toList();
  }

  /**
   * @param drawn by this run
   */
  Books books(RolloutResult.Drawn drawn) {
    long scored = tallied.stream().mapToLong(p -> p.tally().scored()).sum();
    long unscored = tallied.stream().mapToLong(p -> p.tally().unscored()).sum();
    return new Books(
        (long) prompts.size() * rollouts,
        drawn.rollouts(),
        scored + unscored - drawn.rollouts(),
        scored,
        unscored,
        tallied.stream().mapToLong(p -> p.tally().failed()).sum(),
        drawn.tokens(),
        drawn.seconds());
  }

  BooksRow row(Books books) {
    return new BooksRow(
        label.run().runId(),
        label.run().sweep(),
        label.model(),
        label.task(),
        label.sampling(),
        label.generation(),
        label.scorer(),
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
    for (int i = 0; i < tallied.size(); i++) {
      rows.add(row(prompts.get(i), tallied.get(i).tally(), tallied.get(i).figures()));
    }
    return rows;
  }

  private PromptStatisticsRow row(Prompt prompt, PromptTally tally, PromptFigures figures) {
    return new PromptStatisticsRow(
        label.run().runId(),
        label.run().sweep(),
        label.model(),
        label.task(),
        label.sampling(),
        label.generation(),
        label.scorer(),
        prompt.id(),
        prompt.cluster(),
        figures.n(),
        figures.correct(),
        figures.unparsed(),
        tally.abstained(),
        figures.truncated(),
        tally.unscored(),
        tally.failed(),
        figures.distinctAnswers(),
        figures.modalShare(),
        figures.answerEntropy(),
        figures.majorityVote(),
        figures.tokens(),
        tally.rewardSum());
  }

  /** The whole family of figures, from the prompts' counts. */
  List<MetricRow> metrics() {
    List<MeasuredPrompt> measured = new ArrayList<>();
    for (int i = 0; i < tallied.size(); i++) {
      Prompt prompt = prompts.get(i);
      String family = prompt.cluster().equals(prompt.id()) ? null : prompt.cluster();
      measured.add(
          new MeasuredPrompt(label.model(), prompt.id(), family, tallied.get(i).figures()));
    }
    return ModelFigures.of(label.model(), measured, ks(rollouts)).figures().stream()
        .map(label::row)
        .toList();
  }
}
