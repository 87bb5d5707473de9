package org.galton.study.junk.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.study.junk.row.FailureClassRow;

/** Shares of classes of failures, by model and dose. */
public record FailureSection(List<FailureClassRow> rows) implements StudySection {
  private static final int DRAWN = 40;
  private static final String UNEXPLAINED = "unexplained";

  public static final Columns<FailureClassRow> ROWS =
      Columns.<FailureClassRow>of()
          .column(FailureClassRow::task, text("task"), page("Task"))
          .column(FailureSection::doseOf, text("dose"), page("Dose"))
          .column(FailureClassRow::model, text("model"), page("Model"))
          .column(FailureSection::words, text("failure"), page("Failure"))
          .column(FailureClassRow::failures, text("failures", "%,d"), count("Failures"))
          .column(FailureClassRow::ofFailures, text("of", "%,d"), count("Of"))
          .column(
              FailureClassRow::share,
              text("share", "%.3f"),
              page("Share, %", Figures::percentNumber))
          .column(FailureClassRow::ciLow, text("low", "%.3f"))
          .column(FailureClassRow::ciHigh, text("high", "%.3f"))
          .interval(
              "95\u202f% interval",
              FailureClassRow::ciLow, FailureClassRow::ciHigh, Figures::percentNumber)
          .column(FailureClassRow::answers, text("answers", "%,d"), count("Answers"))
          .column(FailureClassRow::excluded, text("excluded", "%,d"), count("Excluded"));

  private static String doseOf(FailureClassRow row) {
    return row.dose() == null ? null : Doses.plain(row.dose());
  }

  private static String words(FailureClassRow row) {
    return row.failure().replace('_', ' ');
  }

  /** What rows of a group have in common. */
  private record Group(String task, Double dose, String model) {
    static Group of(FailureClassRow row) {
      return new Group(row.task(), row.dose(), row.model());
    }

    String name(boolean hasTasks) {
      String whose =
          Stream.of(
                  dose == null ? null : "dose " + Doses.plain(dose), model, hasTasks ? task : null)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" · "));
      return whose.isEmpty() ? "all" : whose;
    }
  }

  private Map<Group, List<FailureClassRow>> groups() {
    return rows.stream()
        .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
  }

  private Shares shares() {
    boolean hasTasks = rows.stream().map(FailureClassRow::task).distinct().count() > 1;
    return new Shares(
        rows.stream().map(FailureSection::words).distinct().toList(),
        groups().entrySet().stream()
            .limit(DRAWN)
            .map(
                group ->
                    new Shares.Bar(
                        VisibleText.line(group.getKey().name(hasTasks), 80),
                        group.getValue().stream().map(FailureClassRow::failures).toList()))
            .toList());
  }

  public int undrawn() {
    return Math.max(0, groups().size() - DRAWN);
  }

  public FigureTable table() {
    return ROWS.table("Classes of failures", rows);
  }

  public String finding() {
    long wrong = rows.stream().mapToLong(FailureClassRow::failures).sum();
    if (wrong == 0) {
      return "No answer is wrong.";
    }
    Map<String, Long> classes =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    FailureClassRow::failure,
                    LinkedHashMap::new,
                    Collectors.summingLong(FailureClassRow::failures)));
    Map.Entry<String, Long> most =
        classes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return "Of %s wrong answers %s are explained; the most frequent class is %s, with %s."
        .formatted(
            Figures.count(wrong),
            Figures.percent(1 - (double) classes.getOrDefault(UNEXPLAINED, 0L) / wrong),
            most.getKey().replace('_', ' '),
            Figures.percent((double) most.getValue() / wrong));
  }

  @Override
  public String template() {
    return beside("failures.html");
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
