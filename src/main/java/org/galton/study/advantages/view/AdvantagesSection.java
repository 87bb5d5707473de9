package org.galton.study.advantages.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.advantages.row.AdvantageRow;
import org.galton.study.advantages.row.AdvantageStepRow;

/** What became of batches. */
public record AdvantagesSection(List<AdvantageStepRow> steps) implements StudySection {
  private static final String FINE = "%.4f";

  public static final Columns<AdvantageStepRow> STEPS =
      Columns.<AdvantageStepRow>of()
          .column(AdvantageStepRow::step, text("step"), page("Step"))
          .column(AdvantageStepRow::prompts, text("prompts", "%,d"), count("Prompts"))
          .column(AdvantageStepRow::kept, text("kept", "%,d"), count("Kept"))
          .column(
              AdvantageStepRow::effective,
              text("effective", FINE),
              page("Effective", Figures::percent))
          .column(
              AdvantageStepRow::effectiveAt16,
              text("at 16", FINE),
              page("Effective at 16 rollouts", Figures::percent))
          .column(AdvantageStepRow::learned, text("learned", "%,d"), count("Rollouts learned"))
          .column(AdvantageStepRow::rollouts, text("of", "%,d"), count("Of"))
          .column(
              AdvantageStepRow::rewardMean,
              text("reward", FINE),
              page("Mean reward", Figures::fineBits))
          .column(AdvantageStepRow::rewardSd, text("sd", FINE))
          .column(
              AdvantageStepRow::advantageMin,
              text("lowest A", FINE),
              page("Lowest advantage", Figures::fineBits))
          .column(
              AdvantageStepRow::advantageMax,
              text("highest A", FINE),
              page("Highest advantage", Figures::fineBits))
          .column(
              AdvantageStepRow::objective,
              text("objective", "%.6f"),
              page("Objective", Figures::fineBits))
          .column(
              AdvantageStepRow::ratioMax,
              text("largest ratio", FINE),
              page("Largest ratio", Figures::bits))
          .column(
              AdvantageStepRow::clippedLow,
              text("clipped low", FINE),
              page("Clipped low", Figures::percent))
          .column(
              AdvantageStepRow::clippedHigh,
              text("clipped high", FINE),
              page("Clipped high", Figures::percent))
          .column(
              AdvantageStepRow::accuracy,
              text("accuracy", FINE),
              page("Accuracy", Figures::percent))
          .column(
              AdvantageStepRow::hallucination,
              text("hallucination", FINE),
              page("Hallucination", Figures::percent));

  public static final Columns<AdvantageRow> ROLLOUTS =
      Columns.<AdvantageRow>of()
          .column(AdvantageRow::step, text("step"))
          .column(AdvantageRow::prompt, text("prompt"))
          .column(AdvantageRow::sample, text("sample", "%d"))
          .column(AdvantageRow::reward, text("reward", FINE))
          .column(AdvantageRow::advantage, text("advantage", FINE))
          .column(AdvantageRow::tokens, text("tokens", "%,d"))
          .column(AdvantageRow::tokenWeight, text("token weight", "%.3e"))
          .column(AdvantageRow::coefficientSum, text("coefficients", "%.3e"))
          .column(AdvantageRow::leftOut, text("left out by"));

  public FigureTable table() {
    return STEPS.table("Batches", steps);
  }
}
