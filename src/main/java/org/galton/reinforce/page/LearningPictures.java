package org.galton.reinforce.page;

import static org.galton.report.Figures.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.reinforce.page.StepPicture.Guide;
import org.galton.reinforce.page.StepPicture.Scale;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.report.Figures;

/** The figures of {@code training_steps} as lines. */
final class LearningPictures {
  /** A norm that rises by more than this needs a log axis. */
  private static final double FAR = 50;

  private LearningPictures() {}

  static PictureSection section(List<TrainingStepRow> steps, StepSpans spans) {
    return new PictureSection(
        "learning",
        "How the training went",
        steps.isEmpty()
            ? "No step is stored yet."
            : "Figures of the rollouts that each step drew from the training prompts, and of what it learned from them.",
        steps.isEmpty() ? List.of() : all(steps).stream().map(lines -> lines.over(spans)).toList(),
        spans.rule(),
        List.of());
  }

  private static List<StepLines> all(List<TrainingStepRow> steps) {
    List<StepLines> all = new ArrayList<>();
    all.add(reward(steps));
    all.add(
        new StepLines(
            "Entropy of the next token",
            "nats",
            Scale.PLAIN,
            List.of(
                new StepLine(
                    "entropy", row -> row.rollouts().entropyMean(), LearningPictures::four)),
            collapse(steps),
            "Mean over drawn tokens, of the distribution at temperature 1. It falls as the policy grows sure of its answers; a low or a high entropy by itself says little about quality."));
    all.add(
        new StepLines(
            "Rollouts cut short",
            "share of the completions",
            Scale.SHARE,
            cut(steps),
            List.of(new Guide(0.05, "warning"), new Guide(0.1, "alarm")),
            "In the trainings of ScaleRL, 10 to 15\u202f% usually came before a collapse; stable ones stayed below 5\u202f%."));
    all.add(
        new StepLines(
            "Length of a completion",
            "tokens, mean",
            Scale.PLAIN,
            List.of(
                new StepLine(
                    "tokens", row -> row.rollouts().completionTokensMean(), Figures::decimal)),
            List.of(),
            ""));
    all.add(gradient(steps));
    all.add(
        new StepLines(
            "Tokens outside of the clip range",
            "share of the learned tokens",
            Scale.SHARE,
            List.of(
                new StepLine(
                    "below", row -> row.learning().clippedLow(), LearningPictures::finePercent),
                new StepLine(
                    "above", row -> row.learning().clippedHigh(), LearningPictures::finePercent)),
            List.of(),
            "With one update a step and a policy that learns from its own rollouts all ratios are 1, and none is clipped."));
    all.add(distance(steps));
    return all;
  }

  private static StepLines reward(List<TrainingStepRow> steps) {
    boolean isOne = steps.stream().allMatch(LearningPictures::isRewardTheVerdict);
    List<StepLine> lines = new ArrayList<>();
    lines.add(
        new StepLine(
            isOne ? "right, and mean reward" : "right",
            row -> row.rollouts().verdictRate(),
            LearningPictures::four));
    if (!isOne) {
      lines.add(
          new StepLine("mean reward", row -> row.rollouts().rewardMean(), LearningPictures::four));
    }
    if (steps.stream().anyMatch(row -> row.rollouts().abstentionRate().orElse(0) > 0)) {
      lines.add(
          new StepLine(
              "abstained", row -> row.rollouts().abstentionRate(), LearningPictures::four));
    }
    addIfKnown(
        steps,
        new StepLine(
            "by the task’s judge", row -> row.rollouts().taskVerdictRate(), LearningPictures::four),
        lines);
    addIfKnown(
        steps,
        new StepLine(
            "model and verifier agree",
            row -> row.rollouts().modelAgreement(),
            LearningPictures::four),
        lines);
    return new StepLines(
        "Reward",
        "share of the scored rollouts; mean reward",
        Scale.PLAIN,
        lines,
        List.of(),
        isOne
            ? "The reward is 1 for right and 0 else: its mean is the share of right rollouts."
            : "");
  }

  private static List<StepLine> cut(List<TrainingStepRow> steps) {
    List<StepLine> lines = new ArrayList<>();
    lines.add(
        new StepLine("cut at the limit", row -> row.rollouts().truncatedShare(), Figures::percent));
    if (steps.stream().anyMatch(row -> row.interruptedShare().orElse(0) > 0)) {
      lines.add(new StepLine("interrupted", TrainingStepRow::interruptedShare, Figures::percent));
    }
    return lines;
  }

  private static void addIfKnown(List<TrainingStepRow> steps, StepLine line, List<StepLine> lines) {
    if (steps.stream().anyMatch(row -> line.figure().apply(row).isPresent())) {
      lines.add(line);
    }
  }

  private static boolean isRewardTheVerdict(TrainingStepRow row) {
    return row.rollouts().rewardMean().equals(row.rollouts().verdictRate());
  }

  private static List<Guide> collapse(List<TrainingStepRow> steps) {
    OptionalDouble threshold = TrainingAlarms.of(steps).entropy().threshold();
    return threshold.isPresent()
        ? List.of(new Guide(threshold.getAsDouble(), "a tenth of the start"))
        : List.of();
  }

  private static StepLines gradient(List<TrainingStepRow> steps) {
    double[] norms =
        steps.stream()
            .map(row -> row.learning().gradientNorm())
            .flatMapToDouble(OptionalDouble::stream)
            .filter(norm -> norm > 0)
            .sorted()
            .toArray();
    boolean isFar = norms.length > 0 && norms[norms.length - 1] > FAR * norms[norms.length / 2];
    return new StepLines(
        "Norm of the gradient",
        isFar ? "before clipping (log scale)" : "before clipping",
        isFar ? Scale.LOG : Scale.PLAIN,
        List.of(new StepLine("norm", row -> row.learning().gradientNorm(), LearningPictures::four)),
        List.of(),
        "Steps that changed no weight have none.");
  }

  private static StepLines distance(List<TrainingStepRow> steps) {
    List<StepLine> lines =
        new ArrayList<>(
            List.of(
                new StepLine(
                    "from the drawing policy",
                    row -> row.learning().logRatioMean(),
                    Figures::action)));
    addIfKnown(
        steps, new StepLine("from the start", row -> row.learning().kl(), Figures::action), lines);
    return new StepLines(
        "Distance between policies",
        "nats, mean over learned tokens",
        Scale.PLAIN,
        lines,
        List.of(),
        "From the policy that drew: absolute logarithm of the ratio, rounding alone where that policy is the one that learns. From the start: the divergence exp(d) - d - 1, where kl has a weight.");
  }

  private static String four(double value) {
    return format("%.4f", value);
  }

  private static String finePercent(double value) {
    return format("%.3f\u202f%%", 100 * value);
  }
}
