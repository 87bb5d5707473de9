package org.galton.study.flags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.galton.flags.Canaries;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.flags.CanaryTests.CanaryTest;
import org.galton.study.flags.row.FlagLeakRow;
import scala.Tuple2;

/** Looks for tests in material, text by text where it is read. */
final class CanaryJob {
  private static final int SHOWN = 60;
  private static final GivenTable MATERIAL =
      GivenTable.ofTexts("material", List.of("text"), List.of("id"));
  private static final Comparator<FlagLeakRow> ORDER =
      Comparator.comparing(FlagLeakRow::task)
          .thenComparing(FlagLeakRow::problem)
          .thenComparing(FlagLeakRow::kind)
          .thenComparing(FlagLeakRow::share, Comparator.reverseOrder())
          .thenComparing(FlagLeakRow::material)
          .thenComparing(FlagLeakRow::evidence);

  private final SparkSession spark;
  private final Configuration hadoop;

  CanaryJob(SparkSession spark, Configuration hadoop) {
    this.spark = spark;
    this.hadoop = hadoop;
  }

  /**
   * @param words of a run
   * @param share of a test's runs that must stand in a text
   * @throws InvalidInput when an input cannot be read
   */
  CanaryResult run(
      String runId, List<String> tests, List<String> material, int words, double share) {
    List<CanaryTest> wanted = CanaryTests.read(spark, hadoop, tests);
    Broadcast<Canaries> canaries =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new Canaries(wanted.stream().map(CanaryTest::text).toList(), words));
    List<FlagLeakRow> leaks = new ArrayList<>();
    long texts = 0;
    for (String input : material.stream().distinct().toList()) {
      OpenedTable opened = SparkAction.run("look at " + input, () -> MATERIAL.open(spark, input));
      JavaRDD<GivenRow> rows = opened.rows();
      texts += SparkAction.run("count " + input, rows::count);
      SparkAction.run(
              "look for tests in " + input,
              () -> rows.flatMap(row -> found(row, canaries.value(), share).iterator()).collect())
          .forEach(found -> leaks.add(row(runId, wanted, found)));
    }
    leaks.sort(ORDER);
    return new CanaryResult(List.copyOf(leaks), wanted.size(), texts);
  }

  private static Stream<Tuple2<String, Canaries.Found>> found(
      GivenRow row, Canaries canaries, double share) {
    String text = row.text("text");
    String name =
        row.text("id").isEmpty() ? StringUtils.abbreviate(text, "…", SHOWN) : row.text("id");
    return canaries.in(text, share).stream().map(found -> new Tuple2<>(name, found));
  }

  private static FlagLeakRow row(
      String runId, List<CanaryTest> wanted, Tuple2<String, Canaries.Found> found) {
    CanaryTest test = wanted.get(found._2().test());
    return new FlagLeakRow(
        runId,
        test.task(),
        test.problem(),
        test.kind(),
        found._1(),
        found._2().share(),
        found._2().evidence());
  }
}
