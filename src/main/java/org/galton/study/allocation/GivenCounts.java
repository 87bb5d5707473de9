package org.galton.study.allocation;

import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/**
 * Rollouts of prompts so far: a row a rollout with {@code prompt} and {@code correct}, or, where
 * there is a column {@code rollouts}, a row a prompt with the number of its rollouts and of right
 * ones. Counted where they are read; a count a prompt reaches the driver.
 */
final class GivenCounts {
  private static final String ROLLOUTS = "rollouts";
  private static final List<WantedColumn> COLUMNS =
      List.of(
          WantedColumn.required("prompt", ColumnKind.LABEL),
          WantedColumn.required("correct", ColumnKind.LABEL),
          WantedColumn.optional(ROLLOUTS, ColumnKind.LABEL),
          WantedColumn.optional("model", ColumnKind.LABEL));
  private static final GivenTable TABLE =
      new GivenTable(
          "rollouts",
          "a row per rollout with columns prompt and correct, or a row per prompt with columns"
              + " prompt, rollouts and correct",
          COLUMNS);

  private GivenCounts() {}

  /**
   * By prompt, in the order of their names.
   *
   * @param model whose rows are counted; all, where none is named and there is one
   * @throws InvalidInput when the input cannot be read as rollouts or counts, or is of several
   *     models
   */
  static NavigableMap<String, PromptCounts> read(
      SparkSession spark, String input, Optional<String> model) {
    NavigableMap<String, PromptCounts> counts = new TreeMap<>();
    SparkAction.run("read " + input, () -> counted(TABLE.open(spark, input), input, model))
        .forEach(found -> counts.put(found._1(), found._2()));
    if (counts.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows%s; expected %s"
              .formatted(
                  input,
                  model.map(name -> " of model '" + name + "'").orElse(""),
                  TABLE.expected()));
    }
    return counts;
  }

  private static List<Tuple2<String, PromptCounts>> counted(
      OpenedTable table, String input, Optional<String> model) {
    JavaRDD<GivenRow> rows = table.rows();
    if (!table.has("model") && model.isEmpty()) {
      return counted(table, rows).collect();
    }
    if (model.isPresent()) {
      String wanted = model.get();
      return counted(table, rows.filter(row -> row.text("model").equals(wanted))).collect();
    }
    List<String> models = rows.map(row -> row.text("model")).distinct().take(2);
    if (models.size() > 1) {
      throw new InvalidInput(
          "Cannot read %s: it has rows of several models, such as '%s' and '%s'; expected one; name it with --model"
              .formatted(input, models.get(0), models.get(1)));
    }
    return counted(table, rows).collect();
  }

  private static JavaPairRDD<String, PromptCounts> counted(
      OpenedTable table, JavaRDD<GivenRow> rows) {
    // JSON tells its columns by its rows alone.
    if (table.first(1).stream().allMatch(row -> row.text(ROLLOUTS).isEmpty())) {
      return rows.mapToPair(row -> new Tuple2<>(prompt(row), right(row)))
          .reduceByKey(PromptCounts::plus);
    }
    return rows.mapToPair(row -> new Tuple2<>(prompt(row), PromptCounts.counted(named(row))))
        .groupByKey()
        .mapToPair(found -> new Tuple2<>(found._1(), only(found)));
  }

  private static PromptCounts only(Tuple2<String, Iterable<PromptCounts>> found) {
    Iterator<PromptCounts> counts = found._2().iterator();
    PromptCounts first = counts.next();
    if (counts.hasNext()) {
      throw new InvalidInput(
          "Cannot read the counts: prompt '%s' has two rows; expected a row per prompt"
              .formatted(found._1()));
    }
    return first;
  }

  private static PromptCounts right(GivenRow row) {
    return PromptCounts.of(named(row).truth("correct"));
  }

  private static String prompt(GivenRow row) {
    String prompt = row.text("prompt");
    if (prompt.isEmpty()) {
      throw row.wrong("prompt", "the prompt's name");
    }
    return prompt;
  }

  private static GivenRow named(GivenRow row) {
    return row.at(() -> "prompt '%s'".formatted(row.text("prompt")));
  }
}
