package org.galton.study.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.numerics.Optionals;
import org.galton.statistics.Estimate;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.galton.statistics.test.PairedComparison;
import org.galton.study.playbook.row.PlaybookAnswerRow;
import org.galton.study.playbook.row.PlaybookRow;
import org.galton.study.playbook.row.PlaybookScoreRow;

/** Accuracies by arm and step, beside those of the fixed prompt. */
final class ArmScores {
  private static final double CONFIDENCE = 0.95;

  private final PlaybookSpec spec;
  private final String run;
  private final List<PlaybookRow> versions;
  private final List<PlaybookAnswerRow> answers;

  ArmScores(
      PlaybookSpec spec, String run, List<PlaybookRow> versions, List<PlaybookAnswerRow> answers) {
    this.spec = spec;
    this.run = run;
    this.versions = versions;
    this.answers = answers;
  }

  List<PlaybookScoreRow> rows() {
    List<PlaybookScoreRow> rows = new ArrayList<>();
    for (PlaybookRow version : versions) {
      List<PlaybookAnswerRow> measured = measured(version.arm(), version.step());
      if (!measured.isEmpty()) {
        rows.add(row(version, measured));
      }
    }
    return rows;
  }

  /** The answers that say how good an arm is after a step; none where it is not measured there. */
  private List<PlaybookAnswerRow> measured(String arm, int step) {
    if (spec.mode() == Mode.OFFLINE) {
      return of(arm).stream()
          .filter(row -> row.phase().equals(Phase.TEST.label()) && row.step() == step)
          .toList();
    }
    int last = versions.stream().mapToInt(PlaybookRow::step).max().orElse(0);
    return step > 0 && (step % spec.evaluate() == 0 || step == last)
        ? of(arm).stream().filter(row -> row.step() <= step).toList()
        : List.of();
  }

  private List<PlaybookAnswerRow> of(String arm) {
    return answers.stream().filter(row -> row.arm().equals(arm)).toList();
  }

  private PlaybookScoreRow row(PlaybookRow version, List<PlaybookAnswerRow> measured) {
    Map<String, Boolean> judged = judged(measured);
    int correct = (int) judged.values().stream().filter(right -> right).count();
    Optional<Interval> interval = RateInterval.WILSON.of(judged.size(), correct, CONFIDENCE);
    Optional<Estimate> difference =
        version.arm().equals(Arm.FIXED.label()) ? Optional.empty() : difference(judged, version);
    return new PlaybookScoreRow(
        run,
        version.arm(),
        measured.get(0).phase(),
        version.step(),
        judged.size(),
        measured.size() - judged.size(),
        correct,
        judged.isEmpty() ? null : (Double) ((double) correct / judged.size()),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        difference.map(found -> Optionals.orNull(found.value())).orElse(null),
        difference.map(found -> Optionals.orNull(found.low())).orElse(null),
        difference.map(found -> Optionals.orNull(found.high())).orElse(null),
        version.tokens(),
        version.bullets());
  }

  private static Map<String, Boolean> judged(List<PlaybookAnswerRow> rows) {
    Map<String, Boolean> judged = new LinkedHashMap<>();
    for (PlaybookAnswerRow row : rows) {
      if (row.correct() != null) {
        judged.put(row.promptId(), row.correct());
      }
    }
    return judged;
  }

  /** On the prompts that both have a verdict on; nothing without any. */
  private Optional<Estimate> difference(Map<String, Boolean> judged, PlaybookRow version) {
    Map<String, Boolean> fixed =
        judged(measured(Arm.FIXED.label(), spec.mode() == Mode.OFFLINE ? 0 : version.step()));
    List<String> both = judged.keySet().stream().filter(fixed::containsKey).toList();
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PairedComparison.withDefaults()
                .ofShares()
                .withConfidence(CONFIDENCE)
                .of(values(both, judged), values(both, fixed))
                .difference());
  }

  private static double[] values(List<String> prompts, Map<String, Boolean> judged) {
    return prompts.stream().mapToDouble(prompt -> judged.get(prompt) ? 1 : 0).toArray();
  }
}
