package org.galton.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.console.LocalSpark;
import org.galton.console.TextTable;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.query.Query;
import org.galton.job.sweep.Sweep;
import org.galton.model.Sampling;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What DuckDB answers in the place of Spark is what Spark prints, byte for byte. */
@Tag("slow")
final class EnginesAgreeTest {
  private static final int LIMIT = 1000;

  @TempDir private static Path output;

  private static DuckDbQuery duckDb;
  private static Query spark;

  @BeforeAll
  static void sweepTwice() {
    for (int rollouts : new int[] {8, 12}) {
      SweepSpec spec =
          new SweepSpec(
              "nightly",
              7,
              output.toString(),
              rollouts,
              List.of("models/a:b", "12"),
              List.of(new TaskSpec(Sums.PLAIN, 4, Split.TEST)),
              List.of(SamplingWish.of(Sampling.untempered(20))),
              new Framing.Raw(),
              Decoding.DEFAULT,
              10,
              1);
      new Sweep(LocalSpark.session(), new ScriptedModel.Loader(5), "test")
          .run(spec, progress -> {});
    }
    spark = Query.over(LocalSpark.session().newSession(), Optional.of(output.toString()));
    duckDb = new DuckDbQuery(LocalFolder.of(output.toString()));
  }

  private static void assertAgreed(String sql) {
    Query.Rows expected = spark.rows(sql, LIMIT);
    Fetched.Text found = duckDb.asSparkWould(sql, LIMIT + 1).text(LIMIT);
    assertThat(TextTable.of(found.columns(), found.cells()).toString())
        .isEqualTo(TextTable.of(expected.columns(), expected.cells()).toString());
    assertThat(found.cells()).as("not cut").isEqualTo(expected.cells());
    assertThat(found.more()).isEqualTo(expected.more());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM rollouts",
        "SELECT COUNT(*), Sum(attempt), max(seconds), count(DISTINCT r.model), MIN(status) FROM rollouts r",
        "SELECT status, count(*) FROM rollouts GROUP BY status ORDER BY status",
        "SELECT * FROM rollouts ORDER BY model, prompt_id, rollout_index, status",
        "SELECT * FROM prompts ORDER BY prompt_id",
        "SELECT * FROM scores ORDER BY model, prompt_id, rollout_index",
        "SELECT * FROM metrics ORDER BY run_id, model, metric, k",
        "SELECT * FROM books ORDER BY run_id, model",
        "SELECT * FROM runs ORDER BY run_id",
        "SELECT * FROM prompt_statistics ORDER BY run_id, model, prompt_id",
        "SELECT model, k, value FROM metrics WHERE metric = 'pass@k' ORDER BY ALL",
        "SELECT k, value, ci_low FROM metrics ORDER BY k, value, run_id, model, metric",
        "SELECT k, value FROM metrics ORDER BY k DESC, value DESC, run_id, model, metric",
        "SELECT k, value FROM metrics ORDER BY k NULLS LAST, value DESC NULLS FIRST, run_id, model, metric",
        "SELECT DISTINCT model, status FROM rollouts ORDER BY status DESC, model",
        "SELECT DISTINCT r.model FROM rollouts r ORDER BY r.model",
        "SELECT model, avg(correct) AS mean, sum(correct) AS solved, sum(n) FROM prompt_statistics GROUP BY model ORDER BY 1",
        "SELECT model, avg(CAST(correct AS INT)) AS pass_at_1 FROM scores GROUP BY ALL ORDER BY ALL",
        "SELECT task, avg(reward) AS reward, sum(reward) FROM scores GROUP BY task ORDER BY task",
        "SELECT model, count(*) FILTER (WHERE status = 'failed') AS failed, count(completion) AS drawn FROM rollouts GROUP BY 1 ORDER BY 2, 1",
        "SELECT model, count_if(correct) AS solved, count_if(NOT correct) AS missed FROM scores GROUP BY model HAVING solved > 3 ORDER BY model",
        "SELECT prompt_id, sum(correct) / sum(n) AS rate, round(sum(correct) / sum(n), 3) AS rounded FROM prompt_statistics GROUP BY prompt_id ORDER BY rate DESC, prompt_id",
        "SELECT round(value, 2) AS v, round(ci_low, 15) AS low, round(ci_high) AS high FROM metrics ORDER BY run_id, model, metric, k",
        "SELECT CASE WHEN value > 0.5 THEN 'high' WHEN value IS NULL THEN 'none' ELSE 'low' END AS place, count(*) FROM metrics GROUP BY 1 ORDER BY 1",
        "SELECT CASE status WHEN 'complete' THEN 1 ELSE 0 END AS whole, count(*) AS n FROM rollouts GROUP BY whole ORDER BY whole",
        "SELECT coalesce(k, 0) AS k, nullif(k, 1) AS other, abs(value - 1) AS off FROM metrics ORDER BY run_id, model, metric, k",
        "SELECT model, rollout_index % 3 AS third, rollout_index / 3 AS part, -rollout_index AS minus, rollout_index * 2 + 1 AS odd FROM rollouts ORDER BY model, prompt_id, rollout_index LIMIT 30",
        "SELECT length(completion) AS n, substr(completion, 2, 3) AS part, substring(completion, 2) AS rest FROM rollouts ORDER BY model, prompt_id, rollout_index, status",
        "SELECT model FROM rollouts WHERE prompt_id IN (SELECT max(prompt_id) FROM prompts) AND status IN ('complete', 'truncated') ORDER BY model, rollout_index",
        "SELECT count(*) AS n FROM rollouts WHERE rollout_index BETWEEN 2 AND 5 AND rollout_index NOT BETWEEN 3 AND 4 AND model NOT LIKE '1%' AND model LIKE '_odels%'",
        "SELECT count(*) AS n FROM scores WHERE correct OR reward < 1 AND NOT answer IS NULL OR answer <> '3'",
        "SELECT r.model, r.status, s.correct FROM rollouts r LEFT JOIN scores s ON s.model = r.model AND s.prompt_id = r.prompt_id AND s.rollout_index = r.rollout_index ORDER BY r.model, r.prompt_id, r.rollout_index, r.status",
        "SELECT prompt_id, text, correct FROM prompts JOIN prompt_statistics USING (task, prompt_id) ORDER BY run_id, model, prompt_id",
        "WITH last AS (SELECT max(run_id) AS run_id FROM runs), cells AS (SELECT b.* FROM books b JOIN last l ON l.run_id = b.run_id) SELECT model, requested, generated + reused AS there FROM cells ORDER BY model",
        "SELECT t.model, t.n FROM (SELECT model, count(*) AS n FROM rollouts GROUP BY model) AS t WHERE t.n > 1 ORDER BY t.n DESC, t.model",
        "SELECT model, prompt_id, row_number() OVER (PARTITION BY model ORDER BY seconds DESC, prompt_id, rollout_index, status) AS place FROM rollouts ORDER BY model, place LIMIT 20",
        "SELECT model AS value, value AS model FROM metrics ORDER BY model, value, run_id, metric, k",
        "SELECT started <= finished AS ordered, started = (SELECT min(started) FROM runs) AS first FROM runs ORDER BY run_id",
        "SELECT r.model, s.model FROM rollouts r JOIN scores s ON s.prompt_id = r.prompt_id AND s.model = r.model AND s.rollout_index = r.rollout_index ORDER BY 1 DESC, 2, r.prompt_id, r.rollout_index, r.status LIMIT 7",
        "-- a comment; 'with' marks\nSELECT 'a;b' AS x, 1 AS i, 3000000000 AS big, 1.5e3 AS d, true AS yes /* the end */ ;",
        "SELECT count(*) AS n FROM rollouts WHERE model = 'none'",
        "SELECT max(model), sum(attempt), avg(attempt), min(seconds), count(error) FROM rollouts WHERE false",
        "SELECT model FROM rollouts ORDER BY model LIMIT 0",
        "SELECT avg(value) FROM metrics WHERE k > 1000",
      })
  void onWhatBothAnswerAlike(String sql) {
    assertAgreed(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM prompts ORDER BY prompt_id",
        "SELECT * FROM runs ORDER BY run_id",
        "SELECT * FROM scores ORDER BY model, prompt_id, rollout_index",
        "SELECT * FROM metrics ORDER BY run_id, model, metric, k",
        "SELECT 'a/b\"é€😀' AS text, count(*) FROM rollouts",
      })
  void inJsonToo(String sql) {
    assertThat(duckDb.asSparkWould(sql, Long.MAX_VALUE).json()).isEqualTo(spark.json(sql));
  }

  @Test
  void andRowsBeyondTheLimitAreTold() {
    String sql = "SELECT model FROM rollouts ORDER BY model, prompt_id, rollout_index, status";
    assertThat(duckDb.asSparkWould(sql, 4).text(3).more()).isTrue();
    assertThat(duckDb.asSparkWould(sql + " LIMIT 3", 4).text(3).more()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void onEveryWorkedQuestionThatDuckDbTakes(String sql) {
    assertAgreed(sql);
  }

  static Stream<String> questions() throws IOException {
    String views = Files.readString(Path.of("queries/views.sql"));
    return Stream.of("01", "03", "04", "05", "06", "07", "09", "10", "11")
        .map(number -> views + ";\n" + question(number));
  }

  private static String question(String number) {
    try (Stream<Path> files = Files.list(Path.of("queries"))) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().startsWith(number))
              .findFirst()
              .orElseThrow();
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
