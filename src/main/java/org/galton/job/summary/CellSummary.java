package org.galton.job.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galton.job.figure.CellLabel;
import org.galton.job.figure.FigureMaker;
import org.galton.job.figure.MeasuredPrompt;
import org.galton.job.figure.ModelFigures;
import org.galton.job.figure.PromptFigures;
import org.galton.job.figure.StoredStages;
import org.galton.job.run.PromptFamily;
import org.galton.statistics.stage.StagedTally;
import org.galton.sweep.Books;
import org.galton.sweep.VerifierUse;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.SecondStage;

/** The rows that a run writes about one cell. */
final class CellSummary {
  private final SummaryCell cell;
  private final CellLabel label;
  private final int rollouts;
  private final List<TalliedPrompt> tallied;
  private final List<StageCounts> later;

  private CellSummary(
      SummaryCell cell, int rollouts, List<TalliedPrompt> tallied, List<StageCounts> later) {
    this.cell = cell;
    this.label = cell.label();
    this.rollouts = rollouts;
    this.tallied = tallied;
    this.later = later;
  }

  /**
   * @param rollouts of each prompt, at most
   * @param counted by prompt id; a prompt that is missing has no rollouts
   * @param later second stages, likewise
   */
  static CellSummary of(
      SummaryCell cell,
      int rollouts,
      Map<String, TalliedPrompt> counted,
      Map<String, StageCounts> later,
      FigureMaker maker) {
    TalliedPrompt nothing = TalliedPrompt.of(new PromptTally(), maker);
    return new CellSummary(
        cell,
        rollouts,
        cell.prompts().stream().map(p -> counted.getOrDefault(p.promptId(), nothing)).toList(),
        cell.prompts().stream()
            .map(p -> later.getOrDefault(p.promptId(), StageCounts.NOTHING))
            .toList());
  }

  /** The k of pass@k and its like: the powers of two up to the rollouts wanted. */
  static List<Integer> ks(int rollouts) {
    return IntStream.iterate(1, k -> k > 0 && k <= rollouts, k -> 2 * k).boxed().toList();
  }

  Books books() {
    long scored =
        tallied.stream().mapToLong(TalliedPrompt::scored).sum()
            + later.stream().mapToLong(StageCounts::scored).sum();
    long unscored =
        tallied.stream().mapToLong(TalliedPrompt::unscored).sum()
            + later.stream().mapToLong(StageCounts::unscored).sum();
    long failed =
        tallied.stream().mapToLong(TalliedPrompt::failed).sum()
            + later.stream().mapToLong(StageCounts::failed).sum();
    return new Books(
        cell.wanted().orElse(scored + unscored + failed),
        cell.drawn().rollouts(),
        scored + unscored - cell.drawn().rollouts(),
        scored,
        unscored,
        failed,
        cell.drawn().tokens(),
        cell.drawn().seconds(),
        cell.verifier());
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
        books.deviceSeconds(),
        books.verifier().map(VerifierUse::calls).orElse(null),
        books.verifier().map(VerifierUse::seconds).orElse(null));
  }

  List<PromptStatisticsRow> prompts() {
    List<PromptStatisticsRow> rows = new ArrayList<>();
    List<StagedTally> staged = staged();
    for (int i = 0; i < tallied.size(); i++) {
      SecondStage second =
          staged.isEmpty()
              ? SecondStage.NONE
              : StoredStages.columns(staged.get(i), later.get(i).without());
      rows.add(row(cell.prompts().get(i), tallied.get(i), second));
    }
    return rows;
  }

  private PromptStatisticsRow row(PromptFamily prompt, TalliedPrompt tallied, SecondStage second) {
    PromptFigures figures = tallied.figures();
    return new PromptStatisticsRow(
        label.run().runId(),
        label.run().sweep(),
        label.model(),
        label.task(),
        label.sampling(),
        label.generation(),
        label.scorer(),
        prompt.promptId(),
        prompt.cluster(),
        figures.n(),
        figures.correct(),
        figures.unparsed(),
        tallied.abstained(),
        figures.truncated(),
        tallied.unscored(),
        tallied.failed(),
        figures.distinctAnswers(),
        figures.modalShare(),
        figures.answerEntropy(),
        figures.majorityVote(),
        figures.tokens(),
        tallied.rewardSum(),
        second);
  }

  /** The whole family of figures, from the prompts' counts. */
  List<MetricRow> metrics() {
    List<MeasuredPrompt> measured = new ArrayList<>();
    for (int i = 0; i < tallied.size(); i++) {
      PromptFamily prompt = cell.prompts().get(i);
      String family = prompt.cluster().equals(prompt.promptId()) ? null : prompt.cluster();
      measured.add(
          new MeasuredPrompt(label.model(), prompt.promptId(), family, tallied.get(i).figures()));
    }
    return ModelFigures.ofStages(label.model(), measured, staged(), ks(rollouts)).figures().stream()
        .map(label::row)
        .toList();
  }

  /** Nothing where there is one stage. */
  private List<StagedTally> staged() {
    return cell.staged()
        .map(
            stages ->
                IntStream.range(0, tallied.size())
                    .mapToObj(
                        i -> stages.weights().weigh(tallied.get(i).tally(), later.get(i).tally()))
                    .toList())
        .orElse(List.of());
  }
}
