package org.galton.study.information.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.study.information.row.InformationRow;

/** Information beside what shuffles of the target give. */
record InformationSection(List<Group> groups, FigureTable table) implements StudySection {
  private static final Columns<InformationRow> FIGURES =
      Columns.<InformationRow>named("Quantity", InformationRow::quantity)
          .words("By", InformationRow::method)
          .figure("Bits", InformationRow::bits, Figures::fineBits)
          .figure("Chance", InformationRow::nullMedian, Figures::fineBits)
          .interval(
              "5–95\u202f% of shuffles",
              InformationRow::nullQ05, InformationRow::nullQ95, Figures::fineBits)
          .figure("Corrected", InformationRow::corrected, Figures::fineBits)
          .figure("p", InformationRow::pValue, Figures::probability)
          .count("Rows", InformationRow::rowsUsed);

  /** Figures by one estimator, or one definition of redundancy. */
  record Group(String heading, List<Line> lines) {}

  /**
   * @param median of the shuffles
   * @param low 5 % of the shuffles lie below
   * @param high 5 % of the shuffles lie above
   */
  record Line(String label, double bits, double median, double low, double high, double p) {
    static Line of(InformationRow row) {
      return new Line(
          VisibleText.line(row.quantity(), 120),
          row.bits(),
          row.nullMedian(),
          row.nullQ05(),
          row.nullQ95(),
          row.pValue());
    }
  }

  static InformationSection of(List<InformationRow> rows) {
    List<Group> groups =
        rows.stream()
            .map(InformationRow::method)
            .distinct()
            .map(
                method ->
                    new Group(
                        "by " + method,
                        rows.stream()
                            .filter(row -> row.method().equals(method))
                            .map(Line::of)
                            .toList()))
            .toList();
    return new InformationSection(
        groups, FIGURES.table("In bits, beside shuffles of the target", rows));
  }

  public String alternative() {
    return groups.stream()
        .flatMap(group -> group.lines().stream().map(line -> words(group, line)))
        .collect(Collectors.joining("; ", "Information in bits: ", "."));
  }

  private static String words(Group group, Line line) {
    return "%s %s %s, by chance %s to %s"
        .formatted(
            line.label(),
            group.heading(),
            Figures.fineBits(line.bits()),
            Figures.fineBits(line.low()),
            Figures.fineBits(line.high()));
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("information.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("informations", List.of(groups));
  }
}
