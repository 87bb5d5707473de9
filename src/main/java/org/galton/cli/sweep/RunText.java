package org.galton.cli.sweep;

import static org.galton.report.Figures.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.galton.console.IntervalText;
import org.galton.console.NarrowTable;
import org.galton.job.draw.Quarantined;
import org.galton.job.gate.JudgedGate;
import org.galton.job.sweep.CellFailures;
import org.galton.job.sweep.Reviewed;
import org.galton.job.sweep.SweepResult;
import org.galton.model.source.FoundModels;
import org.galton.sweep.SamplingNames;
import org.galton.table.BooksRow;

/**
 * What a run came to, on one screen of 24 lines by 100 columns, however many models it had: what
 * does not fit is counted.
 */
final class RunText {
  private static final int COLUMNS = 100;
  private static final String NEWEST = "Newest    ";
  private static final String BEGUN = " …";
  private static final int MOST_NEWEST = 6;
  private static final int MOST_GATES = 4;
  private static final int MOST_OTHERS = 2;

  private RunText() {}

  static String of(SweepResult result, Optional<String> report) {
    List<String> lines = new ArrayList<>();
    lines.add("Run       " + result.runId() + ", " + words(result.duration()));
    lines.add("Result    exit code " + result.exitCode() + ": " + meaning(result));
    lines.add("Models    " + models(result));
    lines.addAll(some("Skipped   ", result.skipped().stream().map(RunText::skipped).toList()));
    lines.add("Rollouts  " + rollouts(result));
    lines.add("Scores    " + scores(result));
    lines.addAll(
        some(
            "Failures  ",
            result.overBudget().stream().map(cell -> overBudget(cell, result)).toList()));
    lines.addAll(
        some("Isolated  ", result.drawn().quarantined().stream().map(RunText::isolated).toList()));
    lines.addAll(newest(result.reviewed()));
    lines.addAll(gates(result.reviewed().gates()));
    report.ifPresent(path -> lines.add("Report    " + path));
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(clipped(line)).append('\n'));
    return text.toString();
  }

  /** What the exit code means here. */
  static String meaning(SweepResult result) {
    if (result.exitCode() == 0) {
      return result.failed() == 0 ? "complete" : "complete, with failures within the budget";
    }
    List<String> reasons = new ArrayList<>();
    if (!result.overBudget().isEmpty()) {
      reasons.add(
          "%s of %d cells failed more than the budget of %s allows"
              .formatted(
                  result.overBudget().size(),
                  result.cells().size(),
                  result.spec().failureBudget()));
    }
    if (result.reviewed().missed()) {
      List<JudgedGate> gates = result.reviewed().gates();
      reasons.add(
          "%d of %d gates missed"
              .formatted(gates.stream().filter(JudgedGate::missed).count(), gates.size()));
    }
    return "finished, but " + String.join(" and ", reasons);
  }

  private static String models(SweepResult result) {
    if (result.reviewed().newest().isEmpty()) {
      return Integer.toString(result.spec().models().size());
    }
    List<String> fresh = result.reviewed().fresh();
    String since = result.reviewed().since().map(run -> " since " + run).orElse("");
    return "%d, %d new%s%s"
        .formatted(
            result.spec().models().size(),
            fresh.size(),
            since,
            fresh.isEmpty() ? "" : ": " + ends(fresh));
  }

  /** The last is the newest. */
  private static String ends(List<String> names) {
    int from = Math.max(0, names.size() - 2);
    return (from > 0 ? "…, " : "") + String.join(", ", names.subList(from, names.size()));
  }

  private static String skipped(FoundModels.Skipped skipped) {
    return skipped.source() + ": " + skipped.reason();
  }

  private static String rollouts(SweepResult result) {
    return format(
        "%,d wanted: %,d drawn now, %,d already there, %,d failed",
        result.wanted(),
        result.drawn().rollouts(),
        result.wanted() - result.drawn().rollouts() - result.failed(),
        result.failed());
  }

  private static String scores(SweepResult result) {
    long unscored =
        result.summary().stream()
            .flatMap(summary -> summary.books().stream())
            .mapToLong(BooksRow::unscored)
            .sum();
    return format("%,d judged now, %,d without a verdict", result.judged(), unscored);
  }

  private static String overBudget(CellFailures cell, SweepResult result) {
    return format(
        "%,d of %,d, more than %s: %s",
        cell.failed(), cell.wanted(), result.spec().failureBudget(), cell.cell());
  }

  private static String isolated(Quarantined fault) {
    return format(
        "%s on %s, prompt %s, %,d rollouts: %s",
        fault.model(), fault.task(), fault.promptId(), fault.rollouts(), fault.reason());
  }

  private static List<String> newest(Reviewed reviewed) {
    List<String> lines = new ArrayList<>();
    List<Reviewed.Newest> newest = reviewed.newest();
    Map<String, String> samplings =
        SamplingNames.of(newest.stream().map(Reviewed.Newest::sampling).toList());
    for (Reviewed.Newest cell : newest.subList(0, Math.min(MOST_NEWEST, newest.size()))) {
      String sampling = samplings.size() > 1 ? " " + samplings.get(cell.sampling()) : "";
      lines.add(newestLine(cell, sampling));
    }
    if (newest.size() > MOST_NEWEST) {
      lines.add("          … and %d more".formatted(newest.size() - MOST_NEWEST));
    }
    return lines;
  }

  /** Of a long line the baseline's name gives way first, then the beginning of the sampling. */
  private static String newestLine(Reviewed.Newest cell, String sampling) {
    String line = NEWEST + newest(cell, sampling, Function.identity());
    if (!isClipped(line)) {
      return line;
    }
    Function<String, String> apart = baseline -> apart(baseline, cell.model());
    line = NEWEST + newest(cell, sampling, apart);
    int excess = line.codePointCount(0, line.length()) - COLUMNS;
    if (excess <= 0 || sampling.isEmpty()) {
      return line;
    }
    String end = sampling.substring(Math.min(excess + BEGUN.length(), sampling.length()));
    return NEWEST + newest(cell, BEGUN + end, apart);
  }

  /** A name without what it shares with another one. */
  private static String apart(String name, String other) {
    int common = NarrowTable.commonBeginning(List.of(name, other));
    return common == 0 ? name : "…" + name.substring(common);
  }

  private static String newest(
      Reviewed.Newest cell, String sampling, Function<String, String> baseline) {
    String value =
        cell.value() == null
            ? "–"
            : format("%.3f", cell.value())
                + IntervalText.behind(cell.value(), cell.low(), cell.high());
    return "%s %s%s: %s %s%s"
        .formatted(
            cell.model(),
            cell.task(),
            sampling,
            cell.figure(),
            value,
            cell.change()
                .map(
                    change ->
                        format(
                            ", %+.3f%s from %s",
                            change.difference(),
                            IntervalText.behind(change.difference(), change.low(), change.high()),
                            baseline.apply(change.baseline())))
                .orElse(""));
  }

  private static List<String> gates(List<JudgedGate> gates) {
    List<JudgedGate> missed = gates.stream().filter(JudgedGate::missed).toList();
    List<String> lines = new ArrayList<>();
    missed.stream()
        .limit(missed.size() > MOST_GATES ? MOST_GATES - 1 : MOST_GATES)
        .forEach(gate -> lines.add("Gates     " + gate.sentence().replaceFirst("^Gate ", "")));
    if (missed.size() > MOST_GATES) {
      lines.add("          … and %d more missed".formatted(missed.size() - MOST_GATES + 1));
    } else if (missed.isEmpty() && !gates.isEmpty()) {
      lines.add("Gates     %d passed".formatted(gates.size()));
    }
    return lines;
  }

  private static List<String> some(String heading, List<String> texts) {
    int shown = texts.size() > MOST_OTHERS ? MOST_OTHERS - 1 : texts.size();
    Stream<String> lines = texts.stream().limit(shown).map(text -> heading + text);
    return texts.size() > shown
        ? Stream.concat(
                lines,
                Stream.of(
                    " ".repeat(heading.length()) + "… and " + (texts.size() - shown) + " more"))
            .toList()
        : lines.toList();
  }

  private static String words(Duration time) {
    return time.toMinutes() > 0
        ? "%d h %02d min %02d s"
            .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : format("%.1f s", time.toMillis() / 1e3);
  }

  /** A gate's sentence, a path and a reason may be of any length, and hold any character. */
  private static String clipped(String line) {
    String plain = line.replaceAll("\\p{Cntrl}", "�");
    return isClipped(plain)
        ? plain.substring(0, plain.offsetByCodePoints(0, COLUMNS - 1)) + "…"
        : plain;
  }

  private static boolean isClipped(String line) {
    return line.codePointCount(0, line.length()) > COLUMNS;
  }
}
