package org.galton.study.playbook.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.study.playbook.row.PlaybookRow;
import org.galton.study.playbook.row.PlaybookScoreRow;

/** Accuracy and context by step, and the contexts in the end. */
public record PlaybooksSection(List<PlaybookRow> versions, List<PlaybookScoreRow> scores)
    implements StudySection {
  private static final int LONGEST_CONTEXT = 50_000;
  private static final int SHOWN_FAULTS = 20;
  private static final int LONGEST_FAULT = 300;

  public static final Columns<PlaybookScoreRow> SCORES =
      Columns.<PlaybookScoreRow>of()
          .column(PlaybookScoreRow::arm, json("arm"), text("arm"), label("Arm"))
          .column(PlaybookScoreRow::phase, json("phase"), text("phase"), label("Phase"))
          .column(PlaybookScoreRow::step, json("step"), text("step", "%,d"), count("Step"))
          .column(
              PlaybookScoreRow::prompts, json("prompts"), text("prompts", "%,d"), count("Prompts"))
          .column(PlaybookScoreRow::failed, json("failed"), text("failed", "%,d"), count("Failed"))
          .column(PlaybookScoreRow::correct, json("correct"))
          .column(
              PlaybookScoreRow::accuracy,
              json("accuracy"),
              text("accuracy", "%.3f"),
              page("Accuracy", Figures::bits))
          .column(PlaybookScoreRow::low, json("low"), text("low", "%.3f"))
          .column(PlaybookScoreRow::high, json("high"), text("high", "%.3f"))
          .interval("95 % interval", PlaybookScoreRow::low, PlaybookScoreRow::high, Figures::bits)
          .column(
              PlaybookScoreRow::difference,
              json("difference"),
              text("over fixed", "%+.3f"),
              page("Over fixed", Figures::bits))
          .column(PlaybookScoreRow::differenceLow, json("difference_low"), text("from", "%+.3f"))
          .column(PlaybookScoreRow::differenceHigh, json("difference_high"), text("to", "%+.3f"))
          .interval(
              "95 % interval of it",
              PlaybookScoreRow::differenceLow, PlaybookScoreRow::differenceHigh, Figures::bits)
          .column(
              PlaybookScoreRow::contextTokens,
              json("context_tokens"),
              text("context tokens", "%,d"),
              count("Context tokens"))
          .column(
              PlaybookScoreRow::bullets, json("bullets"), text("bullets", "%,d"), count("Bullets"));

  public static final Columns<PlaybookRow> VERSIONS =
      Columns.<PlaybookRow>of()
          .column(PlaybookRow::arm, json("arm"), label("Arm"))
          .column(PlaybookRow::step, json("step"), count("Step"))
          .column(PlaybookRow::tokens, json("tokens"), count("Tokens"))
          .column(PlaybookRow::bullets, json("bullets"), count("Bullets"))
          .column(PlaybookRow::high, json("high"), count("High"))
          .column(PlaybookRow::problematic, json("problematic"), count("Problematic"))
          .column(PlaybookRow::unused, json("unused"), count("Unused"))
          .column(PlaybookRow::applied, json("applied"))
          .column(PlaybookRow::ignored, json("ignored"))
          .column(PlaybookRow::tagged, json("tagged"))
          .column(PlaybookRow::unknownTags, json("unknown_tags"))
          .column(PlaybookRow::joined, json("joined"))
          .column(PlaybookRow::dropped, json("dropped"))
          .column(PlaybookRow::faults, json("faults"))
          .column(PlaybookRow::text, json("text"));

  /** An arm's last context, and what all of its steps did. */
  public record ArmWork(
      PlaybookRow last, Operations operations, int joined, int dropped, int faults) {

    /** Of all steps. */
    record Operations(int applied, int ignored, int tagged, int unknownTags) {}

    static ArmWork of(List<PlaybookRow> rows) {
      return new ArmWork(
          rows.get(rows.size() - 1),
          new Operations(
              sum(rows, PlaybookRow::applied),
              sum(rows, PlaybookRow::ignored),
              sum(rows, PlaybookRow::tagged),
              sum(rows, PlaybookRow::unknownTags)),
          sum(rows, PlaybookRow::joined),
          sum(rows, PlaybookRow::dropped),
          sum(rows, row -> row.faults().size()));
    }

    private static int sum(List<PlaybookRow> rows, ToIntFunction<PlaybookRow> figure) {
      return rows.stream().mapToInt(figure).sum();
    }
  }

  public static final Columns<ArmWork> WORK =
      Columns.<ArmWork>of()
          .column(work -> work.last().arm(), text("arm"), label("Arm"))
          .column(work -> work.last().step(), text("steps", "%,d"), count("Steps"))
          .column(work -> work.last().tokens(), text("tokens", "%,d"), count("Tokens"))
          .column(work -> work.last().bullets(), text("bullets", "%,d"), count("Bullets"))
          .column(work -> work.last().high(), text("high", "%,d"), count("High"))
          .column(
              work -> work.last().problematic(), text("problematic", "%,d"), count("Problematic"))
          .column(work -> work.last().unused(), text("unused", "%,d"), count("Unused"))
          .column(
              work -> work.operations().applied(),
              text("applied", "%,d"),
              count("Operations applied"))
          .column(work -> work.operations().ignored(), text("ignored", "%,d"), count("Ignored"))
          .column(work -> work.operations().tagged(), text("tags", "%,d"), count("Tags"))
          .column(
              work -> work.operations().unknownTags(),
              text("unknown tags", "%,d"),
              count("Of unknown bullets"))
          .column(ArmWork::joined, text("joined", "%,d"), count("Bullets joined"))
          .column(ArmWork::dropped, text("dropped", "%,d"), count("Dropped"))
          .column(ArmWork::faults, text("faults", "%,d"), count("Faults"));

  /** A context to read. */
  public record Shown(String arm, int step, String text) {}

  /** Each arm's last. */
  public static List<PlaybookRow> lastVersions(List<PlaybookRow> rows) {
    return last(rows, PlaybookRow::arm);
  }

  /** Each arm's last. */
  static List<PlaybookScoreRow> lastScores(List<PlaybookScoreRow> rows) {
    return last(rows, PlaybookScoreRow::arm);
  }

  private static <R> List<R> last(List<R> rows, Function<R, String> arm) {
    Map<String, R> last = new LinkedHashMap<>();
    rows.forEach(row -> last.put(arm.apply(row), row));
    return List.copyOf(last.values());
  }

  public List<StepPicture> pictures() {
    return StepPicture.of(versions, scores);
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("playbook.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("playbook", pictures());
  }

  public FigureTable lastTable() {
    return SCORES.table("Accuracy in the end", lastScores(scores));
  }

  public FigureTable scoreTable() {
    return SCORES.table("Accuracy by arm and step", scores);
  }

  public FigureTable versionTable() {
    return VERSIONS.table("Contexts by arm and step", versions);
  }

  public FigureTable workTable() {
    return WORK.table("Contexts in the end, and what all steps did", work(versions));
  }

  /** By arm. */
  public static List<ArmWork> work(List<PlaybookRow> versions) {
    Map<String, List<PlaybookRow>> arms = new LinkedHashMap<>();
    versions.forEach(row -> arms.computeIfAbsent(row.arm(), arm -> new ArrayList<>()).add(row));
    return arms.values().stream().map(ArmWork::of).toList();
  }

  /** Contexts in the end, as far as there are any. */
  public List<Shown> contexts() {
    return lastVersions(versions).stream()
        .filter(row -> !row.text().isEmpty())
        .map(row -> new Shown(row.arm(), row.step(), VisibleText.of(row.text(), LONGEST_CONTEXT)))
        .toList();
  }

  /** Some faults. */
  public List<String> faults() {
    return versions.stream()
        .flatMap(
            row ->
                row.faults().stream()
                    .map(fault -> "%s, step %,d: %s".formatted(row.arm(), row.step(), fault)))
        .limit(SHOWN_FAULTS)
        .map(fault -> VisibleText.line(fault, LONGEST_FAULT))
        .toList();
  }
}
