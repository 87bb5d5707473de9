package org.galton.job.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.table.LabelRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Engine;
import org.galton.view.engine.EngineLimits;
import org.galton.view.engine.FileListing;
import org.galton.view.engine.ViewedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LatestLabelsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000001Z");

  @TempDir private Path output;

  private void session(String file, LabelRow... rows) {
    new TableFile(
            new org.apache.hadoop.fs.Path(output.resolve("labels").resolve(file).toString()),
            new Configuration(false))
        .publish(Table.LABELS, Arrays.asList(rows), () -> {});
  }

  private static LabelRow row(int rollout, String label, String by, Instant at) {
    return new LabelRow(
        "m",
        "t",
        "g",
        "p",
        rollout,
        label,
        label == null ? null : label.equals("right"),
        label == null ? List.of() : List.of("a b", label),
        label == null ? null : "it's \"" + label + "\"\n",
        by,
        at);
  }

  /** Both engines read the same files by the same rule. */
  @Test
  void ofEachPersonTheLatestWordCountsInSparkAndInDuckDb() throws Exception {
    session(
        "labels-a.parquet",
        row(0, "right", "anna", NOON),
        row(1, "wrong", "anna", NOON.plusSeconds(60)),
        row(2, "right", "anna", NOON));
    session(
        "labels-b.parquet",
        row(0, "wrong", "anna", NOON.plusNanos(1000)),
        row(1, "right", "anna", NOON),
        row(2, null, "anna", NOON.plusSeconds(1)));
    session("labels-c.parquet", row(0, "right", "bert", NOON.minusSeconds(60)));
    Files.writeString(output.resolve("labels/.labels-d.parquet.half"), "PAR1");
    String columns =
        "rollout_index, labelled_by, coalesce(label, '-'), coalesce(CAST(correct AS VARCHAR(5)), '-'),"
            + " array_join(tags, '|'), coalesce(note, '-'), CAST(labelled_at AS VARCHAR(40))";
    List<String> at =
        List.of("12:00:00.000002", "11:59:00.000001", "12:01:00.000001", "12:00:01.000001");

    List<List<String>> spark =
        Query.over(LocalSpark.session(), Optional.of(output.toString()))
            .rows("SELECT " + columns + " FROM labels ORDER BY 1, 2", 10)
            .cells();
    assertThat(spark).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(spark.get(i).get(6)).isEqualTo("2026-03-01 " + at.get(i));
    }
    assertThat(spark.get(0).subList(0, 6))
        .containsExactly("0", "anna", "wrong", "false", "a b|wrong", "it's \"wrong\"\n");
    assertThat(spark.get(3).subList(0, 6)).containsExactly("2", "anna", "-", "-", "", "-");
    Files.createDirectory(output.resolve("rollouts"));
    ViewedFolder folder = ViewedFolder.of(1, output.toString());
    String sql =
        "SELECT %s FROM labels ORDER BY 1, 2"
            .formatted(
                columns
                    .replace("array_join", "array_to_string")
                    .replace("labelled_at", "labelled_at AT TIME ZONE 'UTC'"));
    try (Engine duckdb =
        Engine.over(List.of(folder), EngineLimits.withDefaults(), FileListing.EACH_TIME)) {
      List<List<String>> found =
          duckdb.read(folder, tables -> tables.rows(BoundSql.of(sql), LatestLabelsTest::cells));
      assertThat(found).isEqualTo(spark);
    }
  }

  private static List<String> cells(ResultSet row) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      cells.add(row.getString(i));
    }
    return cells;
  }
}
