package org.galton.study.junk.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import java.util.Map;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.study.junk.row.LabelAgreementRow;
import org.galton.study.junk.row.LabelCountRow;

/** What each rule calls posts, and where two agree. */
public record LabelSection(List<LabelCountRow> counts, List<LabelAgreementRow> agreements)
    implements StudySection {
  private static final List<String> LABELS =
      List.of("junk", "control", "neither", "unlabelled", "not ascii");

  public static final Columns<LabelCountRow> COUNTS =
      Columns.<LabelCountRow>of()
          .column(LabelCountRow::rule, text("rule"), page("Rule"))
          .column(LabelCountRow::label, text("label"), page("Label"))
          .column(LabelCountRow::reason, text("reason"), page("Reason"))
          .column(LabelCountRow::posts, text("posts", "%,d"), count("Posts"))
          .column(LabelCountRow::tokens, text("tokens", "%,d"), count("Tokens"));

  public static final Columns<LabelAgreementRow> AGREEMENTS =
      Columns.<LabelAgreementRow>of()
          .column(LabelAgreementRow::first, text("first"), page("First"))
          .column(LabelAgreementRow::second, text("second"), page("Second"))
          .column(LabelAgreementRow::bothJunk, text("both junk", "%,d"), count("Both junk"))
          .column(LabelAgreementRow::firstJunk, text("first junk", "%,d"), count("First junk"))
          .column(LabelAgreementRow::secondJunk, text("second junk", "%,d"), count("Second junk"))
          .column(
              LabelAgreementRow::bothControl, text("both control", "%,d"), count("Both control"))
          .column(LabelAgreementRow::leftOut, text("left out", "%,d"), count("Left out"))
          .column(
              LabelAgreementRow::accuracy,
              text("accuracy", "%.4f"),
              page("Accuracy", Figures::fineBits))
          .column(LabelAgreementRow::accuracyLow, text("low", "%.3f"))
          .column(LabelAgreementRow::accuracyHigh, text("high", "%.3f"))
          .interval(
              "95\u202f% interval",
              LabelAgreementRow::accuracyLow, LabelAgreementRow::accuracyHigh, Figures::bits)
          .column(LabelAgreementRow::mcc, text("MCC", "%.4f"), page("MCC", Figures::fineBits))
          .column(LabelAgreementRow::mccLow, text("low", "%.3f"))
          .column(LabelAgreementRow::mccHigh, text("high", "%.3f"))
          .interval(
              "Its interval", LabelAgreementRow::mccLow, LabelAgreementRow::mccHigh, Figures::bits)
          .column(LabelAgreementRow::kappa, text("kappa", "%.4f"), page("Kappa", Figures::fineBits))
          .column(LabelAgreementRow::kappaLow, text("low", "%.3f"))
          .column(LabelAgreementRow::kappaHigh, text("high", "%.3f"))
          .interval(
              "Of kappa", LabelAgreementRow::kappaLow, LabelAgreementRow::kappaHigh, Figures::bits);

  public FigureTable countTable() {
    return COUNTS.table("Posts by rule", counts);
  }

  public FigureTable agreementTable() {
    return AGREEMENTS.table("Agreement of rules", agreements);
  }

  public boolean hasAgreements() {
    return !agreements.isEmpty();
  }

  private List<String> rules() {
    return counts.stream().map(LabelCountRow::rule).distinct().toList();
  }

  private long posts(String rule, String label) {
    return counts.stream()
        .filter(row -> row.rule().equals(rule) && row.label().equals(label))
        .mapToLong(LabelCountRow::posts)
        .sum();
  }

  private Shares shares() {
    List<String> present =
        LABELS.stream()
            .filter(label -> counts.stream().anyMatch(row -> row.label().equals(label)))
            .toList();
    return new Shares(
        present,
        rules().stream()
            .map(
                rule ->
                    new Shares.Bar(
                        VisibleText.line(rule, 40),
                        present.stream().map(label -> posts(rule, label)).toList()))
            .toList());
  }

  public String finding() {
    String rule = rules().get(0);
    return "Of %s posts '%s' calls %s junk and %s control."
        .formatted(
            Figures.count(
                counts.stream()
                    .filter(row -> row.rule().equals(rule))
                    .mapToLong(LabelCountRow::posts)
                    .sum()),
            VisibleText.line(rule, 80),
            Figures.count(posts(rule, "junk")),
            Figures.count(posts(rule, "control")));
  }

  @Override
  public String template() {
    return beside("label.html");
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("shares.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("shares", shares());
  }
}
