package org.galton.study.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;

/** Reads vectors and what groups they are of. */
final class VectorInput {
  private static final String EXPECTED = "a row per vector, and a header in CSV";

  private VectorInput() {}

  /**
   * @throws InvalidInput when a column is missing or of another type; from the tasks that read it,
   *     where a row holds no vector
   */
  static JavaRDD<GivenVector> read(SparkSession spark, FrechetRequest request) {
    List<WantedColumn> columns = new ArrayList<>();
    request.by().forEach(name -> columns.add(WantedColumn.required(name, ColumnKind.LABEL)));
    columns.add(WantedColumn.required(request.side(), ColumnKind.LABEL));
    int labels = columns.size();
    int cluster = place(columns, request.cluster());
    int embedder = place(columns, request.embedder());
    int first = columns.size();
    int many = request.vector().size();
    ColumnKind kind = many == 1 ? ColumnKind.NUMBERS : ColumnKind.NUMBER;
    request.vector().forEach(name -> columns.add(WantedColumn.required(name, kind)));
    GivenTable table = new GivenTable("vectors", EXPECTED, List.copyOf(columns));
    JavaRDD<GivenRow> rows =
        SparkAction.run(
            "look at " + request.input(), () -> table.open(spark, request.input()).rows());
    return rows.map(
        row -> {
          List<String> values = IntStream.range(0, labels - 1).mapToObj(row::text).toList();
          return GivenVector.of(
              new GroupKey(List.copyOf(values), row.text(labels - 1)),
              many == 1 ? row.numbers(first) : numbers(row, first, many),
              cluster < 0 ? null : named(row, cluster),
              embedder < 0 ? null : row.text(embedder));
        });
  }

  /** Rows without a name would be taken for one cluster. */
  private static String named(GivenRow row, int place) {
    if (row.text(place).isEmpty()) {
      throw row.problem("the column of --cluster is empty", "a name in each row");
    }
    return row.text(place);
  }

  private static int place(List<WantedColumn> columns, String name) {
    if (name == null) {
      return -1;
    }
    columns.add(WantedColumn.required(name, ColumnKind.LABEL));
    return columns.size() - 1;
  }

  private static double[] numbers(GivenRow row, int first, int many) {
    double[] numbers = new double[many];
    for (int i = 0; i < many; i++) {
      Double number = row.number(first + i);
      if (number == null || !Double.isFinite(number)) {
        throw row.problem(
            "column %d of --vector holds %s"
                .formatted(i + 1, number == null ? "no number" : number),
            "a finite number");
      }
      numbers[i] = number;
    }
    return numbers;
  }
}
