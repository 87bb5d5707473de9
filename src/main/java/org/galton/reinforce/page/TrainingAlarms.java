package org.galton.reinforce.page;

import static org.galton.report.Figures.percent;

import java.util.ArrayList;
import java.util.List;
import org.galton.reinforce.row.StepRollouts;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.report.Figures;
import org.galton.statistics.rate.Truncation;

/**
 * What to worry about in a training: rollouts that were cut short, steps that taught nothing, and
 * an entropy that has collapsed. Grows step by step, so that the terminal says it as it comes and
 * the page says the same of all steps.
 *
 * @param steps seen
 * @param last of them
 * @param warned steps with more than 5 % of their rollouts cut at the limit or interrupted
 * @param alarmed those of them with more than 10 %
 * @param idle steps that changed no weight
 */
public record TrainingAlarms(
    int steps,
    int last,
    AlarmSteps warned,
    AlarmSteps alarmed,
    AlarmSteps idle,
    EntropyFall entropy) {
  private static final TrainingAlarms NONE =
      new TrainingAlarms(0, 0, AlarmSteps.NONE, AlarmSteps.NONE, AlarmSteps.NONE, EntropyFall.NONE);

  /**
   * @param steps in their order
   */
  public static TrainingAlarms of(List<TrainingStepRow> steps) {
    TrainingAlarms alarms = NONE;
    for (TrainingStepRow row : steps) {
      alarms = alarms.after(row);
    }
    return alarms;
  }

  /** With one step more. A step that was seen already, and is taken again, counts once. */
  public TrainingAlarms after(TrainingStepRow row) {
    if (row.step() <= last) {
      return this;
    }
    double share = cutShare(row);
    Truncation.Alarm alarm = alarm(row.rollouts(), share);
    return new TrainingAlarms(
        steps + 1,
        row.step(),
        alarm == Truncation.Alarm.OK ? warned : warned.plus(row.step(), share),
        alarm == Truncation.Alarm.ALARM ? alarmed.plus(row.step(), share) : alarmed,
        row.learning().tokensLearned() == 0 ? idle.plus(row.step(), 0) : idle,
        entropy.after(row.step(), row.rollouts().entropyMean()));
  }

  /** Cut at the limit or interrupted; one that met both counts twice, as the table has no more. */
  private static double cutShare(TrainingStepRow row) {
    return Math.min(
        1, row.rollouts().truncatedShare().orElse(0) + row.interruptedShare().orElse(0));
  }

  private static Truncation.Alarm alarm(StepRollouts rollouts, double share) {
    int drawn = rollouts.rollouts() - rollouts.failed();
    long cut = Math.round(share * drawn);
    return Truncation.of(cut, drawn).map(Truncation::alarm).orElse(Truncation.Alarm.OK);
  }

  /** Of all steps, the gravest first; none where there is nothing to worry about. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (alarmed.isAny()) {
      sentences.add(
          "More than 10\u202f%% of the rollouts were cut at the token limit or interrupted at %s; the largest share is %s, at step %d. Those cut count as wrong. Shares of 10 to 15\u202f%% usually came before a collapse in the trainings of ScaleRL: raise max_tokens or lower learning_rate."
              .formatted(alarmed.of(steps), percent(alarmed.worst()), alarmed.worstStep()));
    } else if (warned.isAny()) {
      sentences.add(
          "More than 5\u202f%% of the rollouts were cut at the token limit or interrupted at %s; the largest share is %s, at step %d. Those cut count as wrong."
              .formatted(warned.of(steps), percent(warned.worst()), warned.worstStep()));
    }
    if (entropy.isCollapsed()) {
      sentences.add(
          "The entropy of the next token has collapsed: at step %d its mean over %d steps fell below a tenth of the %s nats of the first %d. Rollouts of a prompt are then nearly all the same, and there is little left to learn from."
              .formatted(
                  entropy.collapsedAt(),
                  EntropyFall.STEPS,
                  nats(entropy.start().orElse(0)),
                  EntropyFall.STEPS));
    }
    if (idle.isAny()) {
      sentences.add(
          "No weight was changed at %s: every prompt was dropped.".formatted(idle.of(steps)));
    }
    return sentences;
  }

  /** What is new at the last step, for the terminal. */
  public List<String> since(TrainingAlarms before) {
    List<String> lines = new ArrayList<>();
    if (alarmed.isAny() && !before.alarmed.isAny()) {
      lines.add(truncated("10", alarmed));
    } else if (warned.isAny() && !before.warned.isAny()) {
      lines.add(truncated("5", warned));
    }
    if (entropy.isCollapsed() && !before.entropy.isCollapsed()) {
      lines.add(
          "entropy collapsed: %s nats over the last %d steps, %s over the first %d"
              .formatted(
                  nats(entropy.mean()),
                  EntropyFall.STEPS,
                  nats(entropy.start().orElse(0)),
                  EntropyFall.STEPS));
    }
    if (idle.isAny() && !before.idle.isAny()) {
      lines.add("every prompt was dropped, no weight changed");
    }
    return lines;
  }

  private static String truncated(String limit, AlarmSteps at) {
    return "more than %s\u202f%% of the rollouts cut at the token limit or interrupted: %s"
        .formatted(limit, percent(at.worst()));
  }

  private static String nats(double value) {
    return Figures.format("%.4f", value);
  }
}
