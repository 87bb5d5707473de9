package org.galton.study.leaderboard.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import org.galton.report.Columns;
import org.galton.report.Figures;
import org.galton.study.leaderboard.row.EffortPairRow;
import org.galton.study.leaderboard.row.EffortSignsRow;

/** Settings of effort beside each other, as people see them. */
public final class EffortColumns {
  public static final Columns<EffortPairRow> PAIRS =
      Columns.<EffortPairRow>of()
          .column(EffortPairRow::task, json("task"), text("task"), page("Task"))
          .column(EffortPairRow::model, json("model"), text("model"), page("Model"))
          .column(EffortPairRow::scaffold, json("scaffold"), text("scaffold"), page("Scaffold"))
          .column(EffortPairRow::lowEffort, json("low_effort"), text("less"), page("Less effort"))
          .column(EffortPairRow::highEffort, json("high_effort"), text("more"), page("More effort"))
          .column(EffortPairRow::widest, json("widest"))
          .column(row -> row.widest() ? "yes" : "", text("counts"), label("Counts"))
          .column(
              EffortPairRow::problems, json("problems"), text("problems", "%,d"), count("Problems"))
          .column(
              EffortPairRow::lowSuccess,
              json("low_success"),
              text("at less", "%.3f"),
              page("At less, %", Figures::percentNumber))
          .column(
              EffortPairRow::highSuccess,
              json("high_success"),
              text("at more", "%.3f"),
              page("At more, %", Figures::percentNumber))
          .column(
              EffortPairRow::difference,
              json("difference"),
              text("difference", "%.3f"),
              page("Difference, points", Figures::points))
          .column(EffortPairRow::ciLow, json("ci_low"), text("low", "%.3f"))
          .column(EffortPairRow::ciHigh, json("ci_high"), text("high", "%.3f"))
          .interval(
              "95\u202f% interval", EffortPairRow::ciLow, EffortPairRow::ciHigh, Figures::points)
          .column(EffortPairRow::direction, json("direction"), text("success"), label("Success is"))
          .column(
              EffortPairRow::tokensRatio,
              json("tokens_ratio"),
              text("tokens ×", "%,.3f"),
              page("Tokens, times", EffortColumns::ratio))
          .column(
              EffortPairRow::secondsRatio,
              json("seconds_ratio"),
              text("seconds ×", "%,.3f"),
              page("Seconds, times", EffortColumns::ratio))
          .column(
              EffortPairRow::dollarsRatio,
              json("dollars_ratio"),
              text("dollars ×", "%,.3f"),
              page("Dollars, times", EffortColumns::ratio));

  public static final Columns<EffortSignsRow> SIGNS =
      Columns.<EffortSignsRow>of()
          .column(EffortSignsRow::pairs, json("pairs"))
          .column(EffortSignsRow::higher, json("higher"))
          .column(EffortSignsRow::equal, json("equal"))
          .column(EffortSignsRow::lower, json("lower"))
          .column(EffortSignsRow::pValue, json("p_value"));

  private EffortColumns() {}

  /** In words, with the count that the paper gives of its own pairs. */
  public static String sentence(EffortSignsRow signs) {
    return "More effort: success is higher in %d, equal in %d, lower in %d of %d %s of a lowest and a highest setting%s."
        .formatted(
            signs.higher(),
            signs.equal(),
            signs.lower(),
            signs.pairs(),
            signs.pairs() == 1 ? "pair" : "pairs",
            signs.pValue() == null
                ? ""
                : "; two-sided sign test, p "
                    + (signs.pValue() < 0.001
                        ? "< 0.001"
                        : "= " + Figures.probability(signs.pValue())));
  }

  private static String ratio(double value) {
    return Figures.format("%,.3g", value);
  }
}
