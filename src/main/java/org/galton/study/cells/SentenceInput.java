package org.galton.study.cells;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;

/** Reads generated sentences: words with blanks between them. */
final class SentenceInput {
  private SentenceInput() {}

  /**
   * A sentence that someone generated.
   *
   * @param type empty where none is known, and so the reference
   * @param condition a JSON object
   * @param right for each label, whether it was predicted exactly
   */
  record GivenSentence(
      String cell,
      List<String> words,
      String type,
      String condition,
      String reference,
      List<Boolean> right)
      implements Serializable {}

  /**
   * @param upperCase whether words are read in upper case
   * @throws InvalidInput when a column is missing; from the tasks that read it, where a row has no
   *     name
   */
  static JavaRDD<GivenSentence> read(
      SparkSession spark, SentenceRequest request, boolean upperCase) {
    List<WantedColumn> columns = new ArrayList<>();
    columns.add(WantedColumn.required(request.cell(), ColumnKind.LABEL));
    columns.add(WantedColumn.required(request.sentence(), ColumnKind.TEXT));
    columns.add(WantedColumn.optional(request.type(), ColumnKind.LABEL));
    columns.add(WantedColumn.optional(request.reference(), ColumnKind.LABEL));
    request.by().forEach(name -> columns.add(WantedColumn.required(name, ColumnKind.LABEL)));
    request.labels().forEach(name -> columns.add(WantedColumn.required(name, ColumnKind.LABEL)));
    request.predicted().forEach(name -> columns.add(WantedColumn.required(name, ColumnKind.LABEL)));
    GivenTable table = new GivenTable("sentences", "a row per generated cell", columns);
    return SparkAction.run(
        "look at " + request.input(),
        () -> table.open(spark, request.input()).rows().map(row -> row(row, request, upperCase)));
  }

  private static GivenSentence row(GivenRow row, SentenceRequest request, boolean upperCase) {
    if (row.text(0).isEmpty()) {
      throw row.problem("column '%s' is empty".formatted(request.cell()), "a name");
    }
    String text = upperCase ? row.text(1).toUpperCase(Locale.ROOT) : row.text(1);
    int labels = 4 + request.by().size();
    int predicted = labels + request.labels().size();
    return new GivenSentence(
        row.text(0),
        List.of(StringUtils.split(text)),
        row.text(2),
        Conditions.json(request.by(), i -> row.text(4 + i)),
        row.text(3),
        IntStream.range(0, request.labels().size())
            .mapToObj(i -> row.text(labels + i).equals(row.text(predicted + i)))
            .toList());
  }
}
