package org.galton.study.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;

/** Reads tables of cases. */
final class CaseInput {
  private CaseInput() {}

  /**
   * @throws InvalidInput when a column is missing; from the tasks that read it, where a status is
   *     none
   */
  static JavaRDD<GivenCase> read(SparkSession spark, String input, CaseColumns names) {
    List<WantedColumn> columns = new ArrayList<>();
    for (String name :
        List.of(
            names.issue(),
            names.patch(),
            names.test(),
            names.testCase(),
            names.before(),
            names.after())) {
      columns.add(WantedColumn.required(name, ColumnKind.TEXT));
    }
    columns.add(WantedColumn.optional(names.resolved(), ColumnKind.TEXT));
    columns.add(WantedColumn.optional(names.content(), ColumnKind.TEXT));
    GivenTable table =
        new GivenTable("cases", "a row per case of a test patch and patch", List.copyOf(columns));
    OpenedTable opened = SparkAction.run("look at " + input, () -> table.open(spark, input));
    boolean hasResolved = opened.has(names.resolved());
    boolean hasContent = opened.has(names.content());
    return opened.rows().map(row -> row(row, names, hasResolved, hasContent));
  }

  private static GivenCase row(
      GivenRow given, CaseColumns names, boolean hasResolved, boolean hasContent) {
    GivenRow row =
        given.at(
            () ->
                "issue '%s', patch '%s', test '%s', case '%s'"
                    .formatted(given.text(0), given.text(1), given.text(2), given.text(3)));
    for (int i = 0; i < 4; i++) {
      if (row.isMissing(i)) {
        throw row.problem("column %d of the key is empty".formatted(i + 1), "a name");
      }
    }
    return new GivenCase(
        row.text(0),
        row.text(1),
        row.text(2),
        row.text(3),
        passes(row, names.before()),
        passes(row, names.after()),
        hasResolved ? (Boolean) passes(row, names.resolved()) : null,
        hasContent && !row.text(names.content()).isEmpty()
            ? row.text(names.content())
            : row.text(1));
  }

  private static boolean passes(GivenRow row, String column) {
    return switch (row.text(column).strip().toLowerCase(Locale.ROOT)) {
      case "pass", "passed", "true", "1" -> true;
      case "fail", "failed", "error", "false", "0" -> false;
      default -> throw row.wrong(column, "PASS or FAIL (also true, false, 1, 0)");
    };
  }
}
