package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.galton.console.LocalSpark;
import org.galton.job.DuckDbTables;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.query.Query;
import org.galton.job.upkeep.Compaction;
import org.galton.model.Sampling;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.BooksRow;
import org.galton.task.Split;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions in {@code queries}, asked of real sweeps by two engines. */
@Tag("slow")
final class QueriesTest {
  private static final Path QUERIES = Path.of("queries");

  @TempDir private static Path output;

  private static SweepResult latest;

  /** Spark's to every question, before anything is merged. */
  private static final Map<String, List<List<String>>> ANSWERS = new TreeMap<>();

  @BeforeAll
  static void sweepThriceAndAsk() throws IOException {
    sweep("nightly", 8);
    sweep("weekly", 4);
    latest = sweep("nightly", 16);
    Asked spark = new Asked();
    for (String question : questions()) {
      ANSWERS.put(question, spark.rows(text(question)));
    }
  }

  /** The views of the tables that are there now, and those of the questions over them. */
  private static final class Asked {
    private final Query query = Query.over(LocalSpark.session(), Optional.of(output.toString()));

    Asked() throws IOException {
      rows(text("views.sql") + "SELECT 1");
    }

    List<List<String>> rows(String sql) {
      return query.rows(sql, 1000).cells();
    }
  }

  private static SweepResult sweep(String name, int rollouts) {
    SweepSpec spec =
        new SweepSpec(
            name,
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
    return new Sweep(LocalSpark.session(), new ScriptedModel.Loader(5), "test")
        .run(spec, progress -> {});
  }

  @Tag("slow")
  @Test
  void bothEnginesAnswerEveryQuestionAlikeBeforeAndAfterAMerge() throws Exception {
    assertThat(ANSWERS).hasSizeGreaterThanOrEqualTo(10);
    assertThat(ANSWERS.values()).as("every question has an answer").noneMatch(List::isEmpty);
    assertDuckDbAnswersAlike();

    new Compaction(LocalSpark.session(), 10_000).run(output.toString(), place -> {});
    assertDuckDbAnswersAlike();
    // Spark reads merged files through one list: a question of all rollouts and one of a prompt do.
    Asked spark = new Asked();
    for (String number : List.of("02", "11")) {
      String question = question(number);
      assertSame(question + " after", spark.rows(text(question)), ANSWERS.get(question));
    }
  }

  private static void assertDuckDbAnswersAlike() throws Exception {
    try (DuckDbTables duckDb = new DuckDbTables(output)) {
      duckDb.run("views.sql");
      for (String question : questions()) {
        assertSame(question, duckDb.rows(text(question)), ANSWERS.get(question));
      }
    }
  }

  @Test
  void booksBalanceAndAgreeWithTheRollouts() throws Exception {
    List<BooksRow> books = latest.summary().orElseThrow().books();
    assertThat(ANSWERS.get(question("03")).stream().filter(row -> row.get(0).equals("nightly")))
        .hasSize(2)
        .allMatch(row -> row.get(10).equals("true"))
        .allMatch(row -> row.get(4).equals("64"));
    long scored = books.stream().mapToLong(row -> row.scored() + row.unscored()).sum();
    long failed = books.stream().mapToLong(BooksRow::failed).sum();
    assertThat(failed).isPositive();
    assertThat(new Asked().rows("SELECT count(*) FROM judged WHERE sweep = 'nightly'"))
        .containsExactly(List.of(String.valueOf(scored)));
    assertThat(
            ANSWERS.get(question("10")).stream().mapToLong(row -> Long.parseLong(row.get(4))).sum())
        .isEqualTo(failed);
  }

  @Test
  void passAt1OfTheRolloutsIsTheStoredOne() throws Exception {
    assertThat(ANSWERS.get(question("02"))).hasSize(4).allMatch(row -> row.get(6).equals("true"));
  }

  @Test
  void aScriptRunsInOrderAndAnswersWithItsLastStatement() {
    assertThat(
            Query.over(LocalSpark.session(), Optional.empty())
                .rows(
                    """
                    -- it's a view; of one row
                    CREATE OR REPLACE TEMPORARY VIEW one AS SELECT ';' AS x;
                    /* then */ SELECT x FROM one;
                    -- the end
                    """,
                    5)
                .cells())
        .containsExactly(List.of(";"));
  }

  /** Numbers up to the last digit that the queries round to: engines add up in other orders. */
  private static void assertSame(
      String question, List<List<String>> found, List<List<String>> expected) {
    assertThat(found).as(question).hasSameSizeAs(expected);
    for (int row = 0; row < found.size(); row++) {
      assertThat(found.get(row)).as(question).hasSameSizeAs(expected.get(row));
      for (int cell = 0; cell < found.get(row).size(); cell++) {
        String one = found.get(row).get(cell);
        String other = expected.get(row).get(cell);
        if (isDecimal(one) && isDecimal(other)) {
          assertThat(Double.parseDouble(one))
              .as(question)
              .isCloseTo(Double.parseDouble(other), within(2e-6));
        } else {
          assertThat(one).as(question + " " + found.get(row)).isEqualTo(other);
        }
      }
    }
  }

  private static boolean isDecimal(String cell) {
    return cell.matches("-?[0-9]+[.][0-9]+(E-?[0-9]+)?");
  }

  private static List<String> questions() throws IOException {
    try (Stream<Path> files = Files.list(QUERIES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9]{2}-.*[.]sql"))
          .sorted()
          .toList();
    }
  }

  private static String question(String number) throws IOException {
    return questions().stream().filter(name -> name.startsWith(number)).findFirst().orElseThrow();
  }

  private static String text(String file) throws IOException {
    return Files.readString(QUERIES.resolve(file));
  }
}
