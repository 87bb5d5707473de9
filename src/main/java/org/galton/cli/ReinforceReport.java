package org.galton.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.galton.reinforce.Phase;
import org.galton.reinforce.ReinforceResult;
import org.galton.reinforce.TrainingNews;
import org.galton.reinforce.learned.LearnedScorer;
import org.galton.reinforce.page.RecordedTraining;
import org.galton.reinforce.page.TrainingAlarms;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingStepRow;

/**
 * What {@code galton reinforce} prints: a line a step, a line a measurement, a line for what to
 * worry about, where time went.
 */
final class ReinforceReport implements TrainingNews {
  private final PrintWriter err;
  private TrainingAlarms alarms;

  /**
   * @param alarms of the steps that an earlier run took
   */
  ReinforceReport(PrintWriter err, TrainingAlarms alarms) {
    this.err = err;
    this.alarms = alarms;
  }

  @Override
  public void resumed(int step) {
    say("Going on after step %d", step);
  }

  @Override
  public void learned(LearnedScorer scorer) {
    LearnedScorer.HeldOut tried = scorer.heldOut();
    say(
        "The reward model learned from %d rollouts in %s; on %d others, of which %.3f are right,"
            + " it agrees with %.3f [%.3f, %.3f] of the verdicts and ranks a right one above a"
            + " wrong one with a chance of %.3f",
        scorer.fitted(),
        scorer.from(),
        tried.rollouts(),
        tried.rightShare(),
        tried.accuracy(),
        tried.accuracyLow(),
        tried.accuracyHigh(),
        tried.ranking());
  }

  @Override
  public void stepped(TrainingStepRow row, int steps, double secondsLeft) {
    boolean learned = row.learning().tokensLearned() > 0;
    say(
        "step %d of %d  right %s  learned from %d of %d prompts%s  entropy %s  drawn %.1f s"
            + " learned %.1f s  %s left",
        row.step(),
        steps,
        shown("%.3f", row.rollouts().verdictRate()),
        row.groups().groupsKept(),
        row.groups().prompts(),
        learned
            ? "  gradient %s  ratio up to %s"
                .formatted(
                    shown("%.3f", row.learning().gradientNorm()),
                    shown("%.5f", row.learning().ratioMax()))
            : ": no weight changed",
        shown("%.3f", row.rollouts().entropyMean()),
        row.costs().secondsDrawn(),
        row.costs().secondsLearned(),
        words(secondsLeft));
    TrainingAlarms before = alarms;
    alarms = before.after(row);
    alarms.since(before).forEach(line -> say("step %d  warning: %s", row.step(), line));
  }

  @Override
  public void evaluated(TrainingEvaluationRow row) {
    say(
        "step %d  %s %s: pass@1 %s [%s, %s]%s%s%s  (%d prompts, %d rollouts each)",
        row.step(),
        row.task(),
        row.split(),
        shown("%.4f", row.passRate().value()),
        shown("%.4f", row.passRate().low()),
        shown("%.4f", row.passRate().high()),
        row.step() == 0
            ? ""
            : ", %s [%s, %s] since the start"
                .formatted(
                    shown("%+.4f", row.passRateChange().value()),
                    shown("%+.4f", row.passRateChange().low()),
                    shown("%+.4f", row.passRateChange().high())),
        together(row),
        row.episodes().turnsMean().isEmpty()
            ? ""
            : "  turns %s, of right ones %s, tool calls %s"
                .formatted(
                    shown("%.2f", row.episodes().turnsMean()),
                    shown("%.2f", row.episodes().turnsRightMean()),
                    shown("%.2f", row.episodes().toolCallsMean())),
        row.prompts(),
        row.rollouts());
  }

  /** What pass@n has above pass@1, their mean, is the room that training has left. */
  private static String together(TrainingEvaluationRow row) {
    OptionalDouble any = row.group().passAtRollouts();
    return any.isEmpty() || row.passRate().value().isEmpty()
        ? ""
        : format(
            "  pass@%d %.4f (%+.4f), maj@%1$d %4$.4f",
            row.rollouts(),
            any.getAsDouble(),
            any.getAsDouble() - row.passRate().value().getAsDouble(),
            row.group().majorityAtRollouts().orElse(0));
  }

  /**
   * Where the last checkpoint is, what the time of this run went into, and what to worry about in
   * all steps.
   */
  static List<String> summary(ReinforceResult result, RecordedTraining training) {
    List<String> lines = new ArrayList<>();
    lines.add("The last checkpoint is " + result.last());
    if (result.steps() > 0) {
      lines.add(
          format(
              "%d steps in %s (%s of processor time): %s",
              result.steps(),
              words(result.total().seconds()),
              words(result.total().cpuSeconds()),
              shares(result)));
    }
    TrainingAlarms.of(training.steps())
        .sentences()
        .forEach(sentence -> lines.add("Warning: " + sentence));
    return lines;
  }

  private static String shares(ReinforceResult result) {
    double total = result.total().seconds();
    double rest = total;
    List<String> shares = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      double seconds = phase == Phase.ALL_ELSE ? rest : result.spent().get(phase).seconds();
      rest -= seconds;
      if (phase == Phase.SPARK && seconds == 0) {
        continue;
      }
      shares.add(
          format(
              "%s %.1f %%",
              phase.name().toLowerCase(Locale.ROOT).replace('_', ' '), 100 * seconds / total));
    }
    return String.join(", ", shares);
  }

  private static String shown(String format, OptionalDouble value) {
    return value.isPresent() ? format(format, value.getAsDouble()) : "–";
  }

  private static String words(double seconds) {
    long whole = Math.round(seconds);
    return whole >= 3600
        ? format("%d h %02d min", whole / 3600, whole % 3600 / 60)
        : format("%d min %02d s", whole / 60, whole % 60);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void say(String format, Object... values) {
    err.println(format(format, values));
    err.flush();
  }
}
