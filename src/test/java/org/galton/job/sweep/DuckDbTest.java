package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.query.Query;
import org.galton.model.Sampling;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.MetricRow;
import org.galton.task.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers that are not ours find the same in the tables. */
final class DuckDbTest {
  @TempDir private Path folder;
  private Path output;
  private Query query;

  private SweepResult sweep() {
    output = folder.resolve("output");
    SweepSpec spec =
        new SweepSpec(
            "test",
            7,
            output.toString(),
            16,
            List.of("models/a:b", "12"),
            List.of(new TaskSpec(Sums.PLAIN, 4, Split.TEST)),
            List.of(SamplingWish.of(Sampling.untempered(20))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            10,
            1);
    return DrawnSweep.copied(spec, new ScriptedModel.Loader(5));
  }

  @Test
  void duckDbAndSparkReadTheCountsAndFiguresThatGaltonReports() throws SQLException {
    SweepResult result = sweep();

    assertThat(duckDb("SELECT model, count(*) FROM rollouts WHERE status <> 'failed' GROUP BY 1"))
        .containsExactlyInAnyOrderElementsOf(
            spark("SELECT model, count(*) FROM rollouts WHERE status <> 'failed' GROUP BY 1"))
        .hasSize(2);
    assertThat(duckDb("SELECT count(*) FROM rollouts WHERE status = 'failed'"))
        .containsExactly(String.valueOf(result.failed()));
    assertThat(duckDb("SELECT count(*) FROM scores"))
        .containsExactly(String.valueOf(result.judged()));
    assertThat(
            duckDb(
                "SELECT model, round(avg(p), 12) FROM (SELECT model, prompt_id, avg(correct::INT)"
                    + " AS p FROM scores GROUP BY ALL) GROUP BY 1 ORDER BY 1"))
        .containsExactlyElementsOf(pass1(result));
    assertThat(
            duckDb(
                "SELECT model, round(value, 12) FROM metrics WHERE metric = 'pass@k' AND k = 1"
                    + " ORDER BY 1"))
        .containsExactlyElementsOf(pass1(result));
  }

  @Test
  void everyColumnIsReadAsTheSchemaStatesIt() throws SQLException {
    sweep();

    assertThat(duckDb("SELECT attributes['number'], text FROM prompts ORDER BY text"))
        .containsExactly("0 0+3=", "1 1+3=", "2 2+3=", "3 3+3=");
    assertThat(duckDb("SELECT typeof(started), exit_code FROM runs"))
        .containsExactly("TIMESTAMP WITH TIME ZONE 0");
    assertThat(spark("SELECT typeof(started), exit_code FROM runs")).containsExactly("timestamp 0");
    assertThat(duckDb("SELECT DISTINCT model FROM rollouts ORDER BY 1"))
        .containsExactly("12", "models/a:b");
    assertThat(spark("SELECT DISTINCT model FROM rollouts ORDER BY 1"))
        .containsExactly("12", "models/a:b");
  }

  /** To twelve digits: DuckDB adds up in another order. */
  private static List<String> pass1(SweepResult result) {
    return result.summary().orElseThrow().metrics().stream()
        .filter(row -> row.metric().equals("pass@k") && row.k() == 1)
        .sorted(Comparator.comparing(MetricRow::model))
        .map(row -> row.model() + " " + Math.round(row.value() * 1e12) / 1e12)
        .toList();
  }

  private List<String> spark(String sql) {
    if (query == null) {
      query = Query.over(LocalSpark.session(), Optional.of(output.toString()));
    }
    return query.rows(sql, 100).cells().stream().map(row -> String.join(" ", row)).toList();
  }

  private List<String> duckDb(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of("prompts", "rollouts", "scores", "prompt_statistics", "metrics", "runs")) {
        statement.execute(
            "CREATE VIEW %s AS SELECT * FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = true)"
                .formatted(table, output, table));
      }
      ResultSet result = statement.executeQuery(sql);
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join(" ", cells));
      }
    }
    return rows;
  }
}
