package org.galton.study.judges.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.SweepSection;
import org.galton.report.VisibleText;
import org.galton.study.judges.row.AgreementRow;
import org.galton.study.judges.row.DisagreementRow;
import org.galton.study.judges.row.VerdictCountRow;

/**
 * What judges say of the same rollouts.
 *
 * @param cards completions on which two disagree
 */
public record JudgesSection(
    List<VerdictCountRow> counts, List<AgreementRow> agreements, List<Card> cards)
    implements SweepSection {
  private static final int MOST_CARDS = 40;
  private static final int LONGEST = 4000;

  public static final Columns<VerdictCountRow> COUNTS =
      Columns.<VerdictCountRow>of()
          .column(row -> row.cell().model(), text("model"), page("Model"))
          .column(row -> row.cell().task(), text("task"), page("Task"))
          .column(VerdictCountRow::scorer, text("judge"), page("Judge"))
          .column(VerdictCountRow::rollouts, text("rollouts"), count("Rollouts"))
          .column(VerdictCountRow::correct, text("right"), count("Right"))
          .column(VerdictCountRow::wrong, text("wrong"), count("Wrong"))
          .column(VerdictCountRow::truncated, text("truncated"), count("Truncated"))
          .column(VerdictCountRow::abstained, text("abstained"), count("Abstained"))
          .column(VerdictCountRow::unparsed, text("unparsed"), count("Unparsed"))
          .column(VerdictCountRow::unscored, text("unscored"), count("Unscored"))
          .column(VerdictCountRow::weak, text("weak"), count("Weakly found"))
          .column(
              row -> row.judgeTokens() == 0 ? null : (Long) row.judgeTokens(),
              text("tokens"),
              count("Judge’s tokens"))
          .column(
              row -> row.judgeSeconds() == 0 ? null : (Double) row.judgeSeconds(),
              text("seconds", "%,.1f"),
              page("Judge’s seconds", Figures::bits))
          .column(VerdictCountRow::judgePeakMib, count("Most MiB"))
          .column(
              row -> row.flaky() == 0 ? null : (Long) row.flaky(), text("flaky"), count("Flaky"))
          .column(row -> row.cell().sampling(), text("sampling"), page("Sampling"));

  public static final Columns<AgreementRow> AGREEMENTS =
      Columns.<AgreementRow>of()
          .column(row -> row.cell().model(), text("model"), page("Model"))
          .column(row -> row.cell().task(), text("task"), page("Task"))
          .column(AgreementRow::first, text("first"), page("First"))
          .column(AgreementRow::second, text("second"), page("Second"))
          .column(
              row -> orNull(row.kappa().value()),
              text("kappa", "%.3f"),
              page("Kappa", Figures::bits))
          .column(row -> row.kappa().low(), text("low", "%.3f"))
          .column(row -> row.kappa().high(), text("high", "%.3f"))
          .interval(
              "95\u202f% interval",
              row -> orNull(row.kappa().low()), row -> orNull(row.kappa().high()), Figures::bits)
          .column(row -> row.pairs().bothRight(), text("both right"), count("Both right"))
          .column(row -> row.pairs().firstOnly(), text("first only"), count("First only"))
          .column(row -> row.pairs().secondOnly(), text("second only"), count("Second only"))
          .column(row -> row.pairs().bothWrong(), text("both wrong"), count("Both wrong"))
          .column(row -> row.cell().sampling(), text("sampling"), page("Sampling"));

  public static final Columns<AgreementRow> LABELLED =
      Columns.<AgreementRow>of()
          .column(row -> row.cell().model(), text("model"), page("Model"))
          .column(row -> row.cell().task(), text("task"), page("Task"))
          .column(AgreementRow::second, text("judge"), page("Judge"))
          .column(row -> row.pairs().total(), text("labels"), count("Labels"))
          .column(
              row -> orNull(row.precision()),
              text("precision", "%.3f"),
              page("Precision, %", Figures::percentNumber))
          .column(
              row -> orNull(row.recall()),
              text("recall", "%.3f"),
              page("Recall, %", Figures::percentNumber))
          .column(
              row -> orNull(row.specificity()),
              text("specificity", "%.3f"),
              page("Specificity, %", Figures::percentNumber))
          .column(
              row -> orNull(row.judgedRate()),
              text("judged rate", "%.4f"),
              page("Judged rate, %", Figures::percentNumber))
          .column(
              row -> orNull(row.correctedRate().value()),
              text("corrected", "%.4f"),
              page("Corrected, %", Figures::percentNumber))
          .column(row -> row.correctedRate().low(), text("low", "%.4f"))
          .column(row -> row.correctedRate().high(), text("high", "%.4f"))
          .interval(
              "95\u202f% interval",
              row -> orNull(row.correctedRate().low()),
              row -> orNull(row.correctedRate().high()),
              Figures::percentNumber)
          .column(row -> row.cell().sampling(), text("sampling"), page("Sampling"));

  /** A completion, with what each of two says of it. */
  record Card(
      String model,
      String task,
      String first,
      String second,
      String prompt,
      String reference,
      String completion) {
    static Card of(DisagreementRow row) {
      return new Card(
          VisibleText.line(row.cell().model(), 120),
          VisibleText.line(row.cell().task(), 120),
          VisibleText.line(row.firstSays(), 600),
          VisibleText.line(row.secondSays(), 600),
          VisibleText.of(Optional.ofNullable(row.prompt()).orElse(""), LONGEST),
          VisibleText.line(Optional.ofNullable(row.reference()).orElse(""), 400),
          VisibleText.of(row.completion(), LONGEST));
    }
  }

  public static JudgesSection of(
      List<VerdictCountRow> counts,
      List<AgreementRow> agreements,
      List<DisagreementRow> disagreements) {
    return new JudgesSection(
        counts,
        agreements,
        disagreements.stream()
            .sorted(Comparator.comparingInt(DisagreementRow::rolloutIndex))
            .limit(MOST_CARDS)
            .map(Card::of)
            .toList());
  }

  public FigureTable countTable() {
    return COUNTS.table("Verdicts of each judge", counts);
  }

  public FigureTable agreementTable() {
    return AGREEMENTS.table("Two judges on the same rollouts", agreements);
  }

  public FigureTable labelTable() {
    return LABELLED.table("Judges held against labels of people", labelled());
  }

  private List<AgreementRow> labelled() {
    return agreements.stream().filter(AgreementRow::isOfLabels).toList();
  }

  @Override
  public String anchor() {
    return "judges";
  }

  @Override
  public String word() {
    return "Judges";
  }

  @Override
  public boolean isShown() {
    return !agreements.isEmpty();
  }

  @Override
  public String finding() {
    if (agreements.isEmpty()) {
      return "One judge gave all verdicts, so there is nothing to compare them with.";
    }
    long pairs = agreements.stream().mapToLong(row -> row.pairs().total()).sum();
    long differ = agreements.stream().mapToLong(row -> row.pairs().disagreements()).sum();
    return "Of %s pairs of verdicts on the same rollout, %s differ."
        .formatted(Figures.count(pairs), Figures.count(differ));
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
