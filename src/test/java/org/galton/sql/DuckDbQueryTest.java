package org.galton.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;
import org.galton.sql.shared.NotShared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DuckDbQueryTest {
  @TempDir private Path output;

  private DuckDbQuery query;

  @BeforeEach
  void write() throws SQLException, IOException {
    write("sums", "SELECT 0.1e0 AS tenth, 0.25e0 AS quarter, 1 AS one, 0 AS zero");
    query = new DuckDbQuery(LocalFolder.of(output.toString()));
  }

  private void write(String table, String sql) throws SQLException, IOException {
    Path file = Files.createDirectories(output.resolve(table)).resolve("a.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + sql + ") TO '" + file + "' (FORMAT parquet)");
    }
  }

  private String one(String sql) {
    return query.asSparkWould(sql, 10).text(10).cells().get(0).get(0);
  }

  @Test
  void aSumThatDependsOnTheOrderOfItsTermsIsLeftToSpark() throws Exception {
    assertThat(one("SELECT sum(quarter) AS s FROM sums")).isEqualTo("0.25");
    assertThat(one("SELECT avg(quarter) AS s FROM sums")).isEqualTo("0.25");
    assertThat(one("SELECT sum(tenth) FILTER (WHERE one = 2) AS s FROM sums")).isEqualTo("NULL");
    for (String sum : List.of("sum(tenth)", "avg(tenth)", "sum(quarter * 1e11)")) {
      assertThatThrownBy(() -> one("SELECT " + sum + " AS s FROM sums"))
          .isInstanceOf(NotShared.class)
          .hasMessage("a sum of fractions depends on the order in which they are added");
    }
    write("large", "SELECT 9007199254740993::BIGINT AS n UNION ALL SELECT -9007199254740993");
    assertThat(one("SELECT sum(n) AS s FROM large")).isEqualTo("0");
    assertThatThrownBy(() -> one("SELECT avg(n) AS s FROM large"))
        .hasMessage("the numbers that it adds are very large");
    write("zeros", "SELECT -0e0::DOUBLE AS x UNION ALL SELECT 0e0::DOUBLE");
    assertThatThrownBy(() -> one("SELECT max(x) AS s FROM zeros"))
        .hasMessage("the largest or the smallest is one of two zeros");
  }

  @Test
  void ofLabelsEachPersonsLatestWordCounts() throws Exception {
    String row =
        "SELECT 'm' AS model, 't' AS task, 'g' AS generation, 'p' AS prompt_id,"
            + " 0::INTEGER AS rollout_index, '%s' AS label, '%s' AS labelled_by,"
            + " TIMESTAMPTZ '2026-03-01 12:00:0%d+00' AS labelled_at";
    write(
        "labels",
        String.join(
            " UNION ALL ",
            row.formatted("wrong", "anna", 1),
            row.formatted("right", "anna", 0),
            row.formatted("right", "bert", 0)));
    assertThat(one("SELECT count(*) AS n FROM labels")).isEqualTo("2");
    assertThat(one("SELECT label FROM labels WHERE labelled_by = 'anna'")).isEqualTo("wrong");
  }

  @Test
  void whatIsAnErrorInSparkIsLeftToIt() {
    for (String value : List.of("one / zero", "tenth / zero", "1 / (tenth - tenth)")) {
      assertThatThrownBy(() -> one("SELECT " + value + " AS x FROM sums"))
          .isInstanceOf(NotShared.class)
          .hasMessage("it divides by zero");
    }
    assertThat(one("SELECT CASE WHEN zero > 0 THEN one / zero END AS x FROM sums"))
        .isEqualTo("NULL");
    for (String value : List.of("one % zero", "2147483647 + one", "-2147483647 - 1 - one")) {
      assertThatThrownBy(() -> one("SELECT " + value + " AS x FROM sums"))
          .isInstanceOf(NotShared.class)
          .hasMessageStartingWith("DuckDB stopped: ");
    }
  }

  /** As Spark rounds: the decimal number that Java prints, half away from zero. */
  @Test
  void roundsAsSparkDoes() throws Exception {
    Path file = Files.createDirectories(output.resolve("numbers")).resolve("a.parquet");
    Random random = new Random(11);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE numbers (i INTEGER, x DOUBLE)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO numbers VALUES (?, ?)")) {
        for (int i = 0; i < 20_000; i++) {
          double x =
              switch (i % 4) {
                case 0 -> random.nextDouble();
                case 1 -> random.nextInt(20_000) / 10_000.0 - 1;
                case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
                default -> (random.nextInt(2_000_001) - 1_000_000) / 2e6;
              };
          insert.setInt(1, i);
          insert.setDouble(2, x);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      statement.execute("COPY numbers TO '" + file + "' (FORMAT parquet)");
    }
    for (int places : new int[] {0, 2, 3, 6, 15}) {
      List<List<Object>> rows =
          query
              .asSparkWould(
                  "SELECT x, round(x, " + places + ") AS rounded FROM numbers ORDER BY i", 20_000)
              .rows();
      assertThat(rows).hasSize(20_000);
      for (List<Object> row : rows) {
        double expected =
            BigDecimal.valueOf((Double) row.get(0))
                .setScale(places, RoundingMode.HALF_UP)
                .doubleValue();
        assertThat(row.get(1)).as("%s to %d places", row.get(0), places).isEqualTo(expected);
      }
    }
  }

  @Test
  void aChangedByteOfAFileIsNeverAnotherAnswer() throws Exception {
    write("texts", "SELECT 'text ' || range AS x FROM range(50)");
    Path file = output.resolve("texts/a.parquet");
    byte[] whole = Files.readAllBytes(file);
    String sql = "SELECT x FROM texts ORDER BY x";
    List<List<Object>> rows = query.asSparkWould(sql, 100).rows();
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> query.asSparkWould(sql, 100))
        .isInstanceOf(NotShared.class)
        .hasMessage("DuckDB cannot open the table texts");
    assertThatThrownBy(() -> query.inItsOwnSense(sql, 100))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'texts' is none: ");
    Files.write(file, whole);
    assertThat(query.inItsOwnSense(sql, 100).rows()).isEqualTo(rows).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO '%s/x.csv'",
        "/* a */ COPY sums TO '%s/x.csv'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '%s/x.csv'",
        "SELECT 1; COPY (SELECT 1) TO '%s/x.csv'",
        "SELECT $$'$$; COPY (SELECT 1) TO '%s/x.csv'; SELECT $$'$$",
        "SELECT E'\\''; COPY (SELECT 1) TO '%s/x.csv' --'",
        "CREATE TEMP VIEW x AS SELECT $$'$$; COPY (SELECT 1) TO '%s/x.csv'; SELECT $$'$$",
        "CREATE TABLE x AS SELECT 1",
        "INSERT INTO sums SELECT 1",
        "ATTACH '%s/x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 1",
        "EXPORT DATABASE '%s/x'",
        "PRAGMA database_list",
      })
  void writesNothing(String sql) throws IOException {
    assertThatThrownBy(() -> query.inItsOwnSense(sql.formatted(output), 10))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot run")
        .hasMessageContaining("reads tables and writes nothing; expected SELECT")
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("sums");
    }
  }

  @Test
  void readsNoFileOutsideOfTheFolder() throws IOException {
    Path other = Files.writeString(output.resolveSibling("other.csv"), "a,b\n1,2\n");
    try {
      assertThatThrownBy(() -> query.inItsOwnSense("SELECT * FROM read_csv('" + other + "')", 10))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("Permission Error");
    } finally {
      Files.delete(other);
    }
  }

  @Test
  void itsOwnSqlIsWholeAndItsErrorsAreOneLine() {
    assertThat(
            query
                .inItsOwnSense(
                    "CREATE TEMP VIEW v AS SELECT * FROM sums; SELECT median(one) AS m, [1, 2][1] AS x, {'a': 1} AS s FROM v",
                    10)
                .text(10)
                .cells())
        .containsExactly(List.of("1.0", "1", "{a=1}"));
    assertThatThrownBy(() -> query.inItsOwnSense("SELECT * FORM sums", 10))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot run the query: syntax error");
    assertThatThrownBy(() -> query.inItsOwnSense("SELECT * FROM rollouts", 10))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("rollouts does not exist")
        .hasMessageEndingWith("; the tables are sums");
    assertThatThrownBy(() -> query.inItsOwnSense(" ; ", 10)).hasMessageContaining("it is empty");
  }

  @Test
  void aFolderMayHaveAnyName() throws Exception {
    Path odd = Files.createDirectories(output.resolve("a b [x] 100% it's *?/sums"));
    Files.copy(output.resolve("sums/a.parquet"), odd.resolve("[a]%20.parquet"));
    DuckDbQuery query = new DuckDbQuery(LocalFolder.of(odd.getParent().toString()));

    assertThat(query.asSparkWould("SELECT one FROM sums", 9).rows()).hasSize(1);
    assertThat(query.inItsOwnSense("SELECT one FROM sums", 9).rows()).hasSize(1);
  }

  @Test
  void filesThatDifferInTheirColumnsAreLeftToSpark() throws Exception {
    write("mixed/a", "SELECT 1 AS n, 'a' AS x");
    write("mixed/b", "SELECT 2 AS n, 'b' AS x");
    assertThat(one("SELECT sum(n) AS s FROM mixed")).isEqualTo("3");
    for (String other :
        List.of(
            "'b' AS x, 2 AS n", "2 AS n", "2 AS n, 'b' AS x, 1 AS y", "2::BIGINT AS n, 'b' AS x")) {
      write("mixed/b", "SELECT " + other);
      assertThatThrownBy(() -> one("SELECT n FROM mixed"))
          .isInstanceOf(NotShared.class)
          .hasMessage("files of the table mixed differ in their columns");
    }
    write("named/part=1", "SELECT 1 AS n");
    assertThatThrownBy(() -> one("SELECT n FROM named"))
        .hasMessage("columns of the table named are names of folders");
  }

  @Test
  void whatSparkMayTakeForAnotherFolderIsLeftToIt() {
    assertThatThrownBy(() -> LocalFolder.asSparkWould("s3a://bucket/runs", Map.of()))
        .isInstanceOf(NotShared.class)
        .hasMessage("the folder may be on another machine");
    assertThatThrownBy(
            () -> LocalFolder.asSparkWould(output.toString(), Map.of("HADOOP_CONF_DIR", "/etc/h")))
        .hasMessage("HADOOP_CONF_DIR names a cluster");
    assertThatThrownBy(
            () -> LocalFolder.asSparkWould(output.toString(), Map.of(LocalFolder.SPARK_FOR, "x")))
        .hasMessage("x");
    assertThatThrownBy(() -> LocalFolder.asSparkWould(output + "/none", Map.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no such folder");
    assertThat(LocalFolder.asSparkWould(output.toString(), Map.of()).name())
        .isEqualTo(output.toString());
  }
}
