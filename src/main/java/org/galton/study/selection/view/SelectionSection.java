package org.galton.study.selection.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.selection.row.PatchScoreRow;
import org.galton.study.selection.row.SelectedPatchRow;
import org.galton.study.selection.row.SelectionArmRow;

/** Ways to choose a patch, and what was chosen. */
public record SelectionSection(List<SelectedPatchRow> choices, List<SelectionArmRow> arms)
    implements StudySection {
  static final String SELECTED = "selected";
  private static final int SHOWN = 200;

  public static final Columns<SelectionArmRow> ARMS =
      Columns.<SelectionArmRow>of()
          .column(
              SelectionArmRow::pFix,
              json("p_fix"),
              text("p fix", "%.2f"),
              page("p fix", Figures::decimal))
          .column(
              SelectionArmRow::testError,
              json("test_error"),
              text("error", "%.2f"),
              page("Test error", Figures::decimal))
          .column(
              SelectionArmRow::patches,
              json("patches"),
              text("patches", "%d"),
              page("Patches", value -> Figures.count(value)))
          .column(
              SelectionArmRow::tests,
              json("tests"),
              text("tests", "%d"),
              page("Tests", value -> Figures.count(value)))
          .column(SelectionArmRow::arm, json("arm"), text("arm"), label("Arm"))
          .column(SelectionArmRow::issues, json("issues"), text("issues", "%d"), count("Issues"))
          .column(SelectionArmRow::known, json("known"))
          .column(
              SelectionArmRow::accuracy,
              json("accuracy"),
              text("resolved", "%.3f"),
              page("Resolved, %", Figures::percentNumber))
          .column(SelectionArmRow::ciLow, json("ci_low"), text("low", "%.3f"))
          .column(SelectionArmRow::ciHigh, json("ci_high"), text("high", "%.3f"))
          .interval(
              "95\u202f% interval",
              SelectionArmRow::ciLow, SelectionArmRow::ciHigh, Figures::percentNumber)
          .column(
              SelectionArmRow::aboveMajority,
              json("above_majority"),
              text("above majority", "%+.3f"),
              page("Above majority, points", Figures::points))
          .column(SelectionArmRow::aboveLow, json("above_low"), text("from", "%+.3f"))
          .column(SelectionArmRow::aboveHigh, json("above_high"), text("to", "%+.3f"))
          .interval(
              "Its 95\u202f% interval",
              SelectionArmRow::aboveLow, SelectionArmRow::aboveHigh, Figures::points)
          .column(
              SelectionArmRow::droppedTests,
              json("dropped_tests"),
              text("dropped", "%.1f"),
              page("Tests dropped", Figures::decimal))
          .column(
              SelectionArmRow::tied,
              json("tied"),
              text("tied", "%.3f"),
              page("Tied, %", Figures::percentNumber));

  public static final Columns<SelectedPatchRow> CHOICES =
      Columns.<SelectedPatchRow>of()
          .column(SelectedPatchRow::issue, json("issue"), text("issue"), label("Issue"))
          .column(
              SelectedPatchRow::patches, json("patches"), text("patches", "%d"), count("Patches"))
          .column(SelectedPatchRow::tests, json("tests"), text("tests", "%d"), count("Tests"))
          .column(
              SelectedPatchRow::droppedTests,
              json("dropped_tests"),
              text("dropped", "%d"),
              count("Dropped"))
          .column(SelectedPatchRow::chosen, json("chosen"), text("chosen"), label("Chosen"))
          .column(
              SelectedPatchRow::score,
              json("score"),
              text("S", "%.6f"),
              page("S", Figures::fineBits))
          .column(SelectedPatchRow::ties, json("ties"), text("ties", "%d"), count("Ties"))
          .column(SelectedPatchRow::majority, json("majority"), text("majority"), label("Majority"))
          .column(
              SelectedPatchRow::chosenResolves,
              json("chosen_resolves"),
              text("resolves"),
              page("Resolves", value -> value ? "yes" : "no"))
          .column(SelectedPatchRow::anyResolves, json("any_resolves"));

  public static final Columns<PatchScoreRow> SCORES =
      Columns.<PatchScoreRow>of()
          .column(PatchScoreRow::issue, json("issue"), text("issue"))
          .column(PatchScoreRow::patch, json("patch"), text("patch"))
          .column(PatchScoreRow::score, json("score"), text("S", "%.6f"))
          .column(PatchScoreRow::copies, json("copies"), text("copies", "%d"))
          .column(PatchScoreRow::resolved, json("resolved"));

  /** Accuracy against the number of patches, for one skill. */
  public record Picture(String title, List<Line> lines, String alternative) {}

  /** An arm. */
  public record Line(String name, List<At> points) {}

  /** A number of patches and test patches. */
  public record At(String size, double accuracy, double low, double high) {}

  public List<Picture> pictures() {
    Map<String, Map<String, List<At>>> skills = new LinkedHashMap<>();
    for (SelectionArmRow row : arms) {
      if (row.patches() != null && row.accuracy() != null) {
        skills
            .computeIfAbsent(
                "p fix %s, test error %s".formatted(row.pFix(), row.testError()),
                skill -> new LinkedHashMap<>())
            .computeIfAbsent(row.arm(), arm -> new ArrayList<>())
            .add(
                new At(
                    row.patches() + " × " + row.tests(),
                    row.accuracy(),
                    row.ciLow(),
                    row.ciHigh()));
      }
    }
    List<Picture> pictures = new ArrayList<>();
    skills.forEach(
        (skill, lines) ->
            pictures.add(
                new Picture(
                    skill,
                    lines.entrySet().stream()
                        .map(line -> new Line(line.getKey(), List.copyOf(line.getValue())))
                        .toList(),
                    "Share of issues resolved against patches and tests, " + skill)));
    return List.copyOf(pictures);
  }

  public FigureTable armTable() {
    return ARMS.table("Ways to choose a patch", arms);
  }

  /** The first choices, where the cases were given. */
  public FigureTable choiceTable() {
    return CHOICES.table(
        "Chosen patches", choices.stream().filter(row -> row.pFix() == null).limit(SHOWN).toList());
  }

  public boolean isGiven() {
    return choices.stream().anyMatch(row -> row.pFix() == null);
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("selection.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("selection", pictures());
  }
}
