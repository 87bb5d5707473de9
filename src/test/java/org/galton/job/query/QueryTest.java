package org.galton.job.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueryTest {
  @TempDir private static Path output;

  private static SparkSession spark;
  private static Query query;

  @BeforeAll
  static void writeTables() {
    spark = LocalSpark.session();
    write("SELECT 'a' AS prompt_id, 2 AS tokens", "rollouts/model=m/generation=00012e45");
    write(
        "SELECT 'b' AS prompt_id, 3 AS tokens, 'late' AS device", "rollouts/model=m/generation=7");
    write("SELECT 'a' AS prompt_id, true AS correct", "scores");
    write("SELECT 1 AS half", "_temporary");
    query = Query.over(spark, Optional.of(output.toString()));
  }

  @Test
  void eachFolderIsAViewWithItsPartitionsAsColumnsOfText() {
    assertThat(query.json("SELECT generation, tokens FROM rollouts ORDER BY generation"))
        .containsExactly(
            "{\"generation\":\"00012e45\",\"tokens\":2}", "{\"generation\":\"7\",\"tokens\":3}");
    assertThat(query.json("SELECT count(*) AS n FROM rollouts JOIN scores USING (prompt_id)"))
        .containsExactly("{\"n\":1}");
  }

  /** A long name is a hash in the folder's. */
  @Test
  void aStoredColumnWinsOverItsFolder(@TempDir Path other) {
    spark
        .sql("SELECT 'jsonl-numeric/2{marker=####,tolerance=0}' AS scorer, '007' AS model")
        .write()
        .parquet(other.resolve("scores/model=7/scorer=0a1b2c").toString());
    assertThat(
            Query.over(spark.newSession(), Optional.of(other.toString()))
                .json("SELECT model, scorer FROM scores"))
        .containsExactly(
            "{\"model\":\"007\",\"scorer\":\"jsonl-numeric/2{marker=####,tolerance=0}\"}");
  }

  @Test
  void aDamagedTableStopsNoQueryOfAnother(@TempDir Path other) throws IOException {
    spark.sql("SELECT 1 AS a").write().parquet(other.resolve("scores").toString());
    Files.createDirectories(other.resolve("metrics"));
    Files.writeString(other.resolve("metrics/metrics.parquet"), "PAR1 and nothing else");
    Files.createDirectories(other.resolve("rollouts"));
    Files.writeString(other.resolve("rollouts/merged-0001-001-of-002.parquet"), "half of a merge");
    Query over = Query.over(spark.newSession(), Optional.of(other.toString()));

    assertThat(over.json("SELECT a FROM scores")).containsExactly("{\"a\":1}");
    assertThatThrownBy(() -> over.json("SELECT * FROM rollouts"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'rollouts' is none: ")
        .hasMessageContaining("1 of the 2 files of merge 1");
    assertThatThrownBy(() -> over.json("SELECT * FROM metrics"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("the views are scores; 'metrics' is none: Cannot read metrics")
        .hasMessageContaining("metrics.parquet");
  }

  @Test
  void aColumnThatOlderFilesLackReadsAsNull() {
    assertThat(query.json("SELECT device FROM rollouts ORDER BY prompt_id"))
        .containsExactly("{\"device\":null}", "{\"device\":\"late\"}");
  }

  @Test
  void rowsAreCutAtTheLimitAndSayThatThereAreMore() {
    Query.Rows rows = query.rows("SELECT id, id AS id FROM range(3) ORDER BY id", 2);

    assertThat(rows.columns()).isEqualTo(List.of("id", "id"));
    assertThat(rows.cells()).isEqualTo(List.of(List.of("0", "0"), List.of("1", "1")));
    assertThat(rows.more()).isTrue();
    assertThat(query.rows("SELECT null AS x", 1))
        .isEqualTo(new Query.Rows(List.of("x"), List.of(List.of("NULL")), false));
  }

  @Test
  void aMistakeInTheQueryIsOneLineThatListsTheViews() {
    assertThatThrownBy(() -> query.json("SELECT * FROM rolouts"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(
            "Cannot run the query: The table or view `rolouts` cannot be found.")
        .hasMessageEndingWith("; the views are rollouts, scores");
    assertThatThrownBy(() -> query.rows("SELECT tokns FROM rollouts", 5))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("`tokns` cannot be resolved")
        .hasMessageContaining("`tokens`");
    assertThatThrownBy(() -> query.json("SELEC 1"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Syntax error at or near 'SELEC'");
    assertThatThrownBy(() -> query.json("SELECT 1 / (id - id) FROM range(1)"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Division by zero");
  }

  @Test
  void twoColumnsOfOneNameAreRefusedAsJson() {
    assertThatThrownBy(() -> query.json("SELECT 1 AS x, 2 AS x"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot write JSON: two columns are named 'x'; give one an alias");
  }

  @Test
  void anOutputFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Query.over(spark, Optional.of(output + "/none")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot read tables in " + output + "/none: no such folder");
  }

  private static void write(String sql, String folder) {
    spark.sql(sql).write().parquet(output.resolve(folder).toString());
  }
}
