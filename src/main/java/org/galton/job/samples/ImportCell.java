package org.galton.job.samples;

import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.galton.job.draw.RolloutResult;
import org.galton.job.figure.CellLabel;
import org.galton.job.run.KeyedContent;
import org.galton.job.run.PromptFamily;
import org.galton.job.run.RunName;
import org.galton.job.summary.SummaryCell;
import org.galton.samplelog.LogCell;
import org.galton.samplelog.LoggedRollout;
import org.galton.spec.InvalidInput;
import org.galton.sweep.VerifierUse;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.CurrentFiles;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;

/** A cell of a log beside what is stored of it: refuses what contradicts, counts the rest. */
final class ImportCell {
  private final LogCell cell;
  private final int epoch;
  private final KeyedContent stored = new KeyedContent();
  private final KeyedContent failures = new KeyedContent();
  private final KeyedContent judged = new KeyedContent();
  private final KeyedContent logged = new KeyedContent();
  private long fresh;
  private long tokens;
  private long judgedLater;

  private ImportCell(LogCell cell, int epoch) {
    this.cell = cell;
    this.epoch = epoch;
  }

  static ImportCell of(OutputFolder output, LogCell cell) {
    CurrentFiles rollouts = output.current(output.rollouts(cell.partition()));
    ImportCell found = new ImportCell(cell, rollouts.epoch());
    for (StoredFile file : rollouts.stored()) {
      output
          .file(file)
          .forEach(
              Table.ROLLOUTS.rows(),
              row -> {
                boolean failed = RolloutStatus.FAILED.is(row.status());
                (failed ? found.failures : found.stored)
                    .put(row.promptId(), row.rolloutIndex(), KeyedContent.of(row));
              });
    }
    if (cell.isJudged()) {
      for (StoredFile file : output.list(output.scores(cell.partition(), cell.scorer()))) {
        output
            .file(file)
            .forEach(
                Table.SCORES.rows(),
                row -> found.judged.put(row.promptId(), row.rolloutIndex(), KeyedContent.of(row)));
      }
    }
    return found;
  }

  LogCell cell() {
    return cell;
  }

  /** The merge that its files have seen. */
  int epoch() {
    return epoch;
  }

  /** Whether nothing is to be written: a failure is no news of what failed before or was drawn. */
  boolean isStored(LoggedRollout rollout) {
    return isDrawn(rollout)
        || (rollout.isFailed() && failures.at(rollout.prompt().id(), rollout.rolloutIndex()) != 0);
  }

  private boolean isDrawn(LoggedRollout rollout) {
    return stored.at(rollout.prompt().id(), rollout.rolloutIndex()) != 0;
  }

  boolean isJudged(LoggedRollout rollout) {
    return rollout.verdict().isEmpty()
        || judged.at(rollout.prompt().id(), rollout.rolloutIndex()) != 0;
  }

  /**
   * Counts a rollout.
   *
   * @throws InvalidInput when its key stands in the log twice, or stored with another content
   */
  void add(LoggedRollout rollout) {
    String prompt = rollout.prompt().id();
    int index = rollout.rolloutIndex();
    long content = KeyedContent.of(rollout.row());
    if (logged.at(prompt, index) != 0) {
      throw refused(rollout, "stands in this log twice; remove one");
    }
    logged.put(prompt, index, content);
    if (!rollout.isFailed() && isDrawn(rollout) && stored.at(prompt, index) != content) {
      throw refused(rollout, "is stored with another completion; import into another --output");
    }
    rollout.verdict().ifPresent(verdict -> compare(rollout, rollout.score()));
    count(rollout);
  }

  private void compare(LoggedRollout rollout, ScoreRow score) {
    long before = judged.at(score.promptId(), score.rolloutIndex());
    if (before != 0 && before != KeyedContent.of(score)) {
      throw refused(rollout, "is stored with another verdict; import into another --output");
    }
  }

  private void count(LoggedRollout rollout) {
    if (rollout.isFailed()) {
      return;
    }
    if (isDrawn(rollout)) {
      judgedLater += isJudged(rollout) ? 0 : 1;
      return;
    }
    fresh++;
    Integer drawn = rollout.outcome().completionTokens();
    tokens += drawn == null ? 0 : drawn;
  }

  /**
   * @throws InvalidInput when the log brings new rollouts and new verdicts on stored ones
   */
  void check(String path) {
    if (fresh > 0 && judgedLater > 0) {
      throw new InvalidInput(
          ("Cannot import %s: %d of its rollouts are new and %d are stored without a verdict of"
                  + " '%s'; first import the rollouts with the scorer that is stored")
              .formatted(path, fresh, judgedLater, cell.scorer()));
    }
  }

  /** One more than the highest number of any prompt's rollout, stored or logged. */
  int rollouts() {
    return Stream.of(stored, failures, logged).mapToInt(KeyedContent::rollouts).max().orElse(0);
  }

  /**
   * All that is stored of the cell once the log is.
   *
   * @param families of the task's prompts, by id
   * @param scorer whose verdicts figures are made of
   */
  SummaryCell summary(RunName run, Map<String, PromptFamily> families, String scorer) {
    return new SummaryCell(
        new CellLabel(
            run,
            cell.model(),
            null,
            null,
            cell.task(),
            cell.samplingName(),
            cell.generation(),
            scorer),
        cell.partition(),
        Stream.of(stored, failures, logged)
            .flatMap(keys -> keys.prompts().stream())
            .distinct()
            .sorted()
            .map(families::get)
            .toList(),
        OptionalLong.empty(),
        new RolloutResult.Drawn(fresh, 0, tokens, VerifierUse.NOTHING, 0));
  }

  private static InvalidInput refused(LoggedRollout rollout, String problem) {
    return new InvalidInput(
        "Cannot import %s: rollout %d of prompt %s %s"
            .formatted(rollout.place(), rollout.rolloutIndex(), rollout.prompt().id(), problem));
  }
}
