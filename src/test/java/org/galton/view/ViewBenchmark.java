package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.view.engine.EngineLimits;
import org.junit.jupiter.api.Test;

/**
 * Times pages of {@code ./galton view} over 1,000,000 rollouts, each next to one query of the same
 * question in DuckDB by itself over the same files. Prints medians; each page is asked once before.
 * {@code -Dgalton.benchmark.rollouts=10000000} makes it larger.
 */
final class ViewBenchmark {
  private static final int TIMES = 15;

  private static final Pattern MORE = Pattern.compile("id=\"more\"[^>]* href=\"([^\"]*)\"");

  private static final String KEYS = "model, task, generation, prompt_id, rollout_index";

  private final int rollouts = Integer.getInteger("galton.benchmark.rollouts", 1_000_000);
  private final Path folder = Path.of("target", "view-benchmark", rollouts + "").toAbsolutePath();

  /**
   * @param bare the same question over {@code rollouts r} and {@code scores s}
   */
  private record Question(String name, String place, String bare) {}

  @Test
  void pagesOfManyRolloutsNextToBareQueries() throws Exception {
    if (!Files.isDirectory(folder)) {
      ManyRollouts.write(rollouts, folder);
    }
    EngineLimits limits = EngineLimits.withDefaults();
    try (Viewer viewer = Viewer.start(List.of(folder.toString()), 0, limits);
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement bare = connection.createStatement()) {
      bare.execute("SET threads = " + limits.threads());
      for (String table : List.of("rollouts", "scores")) {
        bare.execute(
            "CREATE VIEW %s AS FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = false)"
                .formatted(table, folder, table));
      }
      ViewClient client = ViewClient.of(viewer);
      Matcher more = MORE.matcher(client.page("/1/rollouts"));
      assertThat(more.find()).isTrue();
      System.out.printf("%n%-18s %10s %10s %8s%n", "page", "view, ms", "DuckDB, ms", "ratio");
      for (Question question : questions("/1/" + ViewClient.unescaped(more.group(1)))) {
        print(question, client, bare);
      }
      System.out.printf(
          Locale.ROOT,
          "Medians of %d over %,d rollouts, %d processors, load average %.1f.%n",
          TIMES,
          rollouts,
          limits.threads(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }

  private static List<Question> questions(String nextPage) {
    String ordered = " ORDER BY " + KEYS + " LIMIT 50";
    return List.of(
        new Question("first page", "/1/rollouts", "SELECT * FROM rollouts r" + ordered),
        new Question(
            "next page",
            nextPage,
            "SELECT * FROM rollouts r WHERE (prompt_id, rollout_index) > ('0', 50)" + ordered),
        new Question(
            "search",
            "/1/rollouts?q=prime+137",
            "SELECT * FROM rollouts r WHERE contains(completion, 'prime 137')" + ordered),
        new Question(
            "rare search",
            "/1/rollouts?q=no+such+text",
            "SELECT * FROM rollouts r WHERE contains(completion, 'no such text')" + ordered),
        new Question(
            "filter",
            "/1/rollouts?verdict=right&status=truncated&model=m2",
            "SELECT r.* FROM rollouts r SEMI JOIN (FROM scores WHERE correct) s USING ("
                + KEYS
                + ") WHERE status = 'truncated' AND model = 'm2'"
                + ordered),
        new Question(
            "longest first",
            "/1/rollouts?sort=longest",
            "SELECT * FROM rollouts r ORDER BY completion_tokens DESC, " + KEYS + " LIMIT 50"));
  }

  private static void print(Question question, ViewClient client, Statement bare) throws Exception {
    client.page(question.place());
    count(bare, question.bare());
    double[] pages = new double[TIMES];
    double[] queries = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      client.page(question.place());
      long middle = System.nanoTime();
      count(bare, question.bare());
      pages[i] = (middle - start) / 1e6;
      queries[i] = (System.nanoTime() - middle) / 1e6;
    }
    System.out.printf(
        Locale.ROOT,
        "%-18s %10.0f %10.0f %8.2f%n",
        question.name(),
        median(pages),
        median(queries),
        median(pages) / median(queries));
  }

  private static int count(Statement statement, String sql) throws Exception {
    int rows = 0;
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows++;
      }
    }
    return rows;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
