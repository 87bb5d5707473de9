package org.galton.study.information.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

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
public record InformationSection(List<Group> groups, FigureTable table) implements StudySection {
  private static final String BITS = "%.4f";

  public static final Columns<InformationRow> FIGURES =
      Columns.<InformationRow>of()
          .column(InformationRow::quantity, json("quantity"), text("quantity"), page("Quantity"))
          .column(InformationRow::method, json("by"), text("by"), page("By"))
          .column(
              InformationRow::bits,
              json("bits"),
              text("bits", BITS),
              page("Bits", Figures::fineBits))
          .column(
              InformationRow::nullMedian,
              json("null_median"),
              text("chance", BITS),
              page("Chance", Figures::fineBits))
          .column(InformationRow::nullQ05, json("null_q05"))
          .column(InformationRow::nullQ95, json("null_q95"), text("chance_95", BITS))
          .interval(
              "5–95\u202f% of shuffles",
              InformationRow::nullQ05, InformationRow::nullQ95, Figures::fineBits)
          .column(
              InformationRow::corrected,
              json("corrected"),
              text("corrected", BITS),
              page("Corrected", Figures::fineBits))
          .column(
              InformationRow::pValue,
              json("p_value"),
              text("p", BITS),
              page("p", Figures::probability))
          .column(InformationRow::rowsUsed, count("Rows"));

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
