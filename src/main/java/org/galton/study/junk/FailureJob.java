package org.galton.study.junk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.RunAddress;
import org.galton.job.run.SparkAction;
import org.galton.junk.failure.FailureClass;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.galton.study.junk.row.FailedRolloutRow;
import org.galton.study.junk.row.FailureClassRow;
import scala.Tuple2;

/** Sorts wrong answers where they are read, and counts them by model and dose. */
final class FailureJob {
  private static final double CONFIDENCE = 0.95;

  private final SparkSession spark;
  private final Configuration hadoop;
  private final FailureRequest request;

  FailureJob(SparkSession spark, Configuration hadoop, FailureRequest request) {
    this.spark = spark;
    this.hadoop = hadoop;
    this.request = request;
  }

  /**
   * What a group's answers came to.
   *
   * @param failures by class
   */
  private record Count(long answers, long excluded, long[] failures) implements Serializable {
    static Count of(SortedAnswer answer) {
      long[] failures = new long[FailureClass.values().length];
      if (answer.failure() != null) {
        failures[answer.failure().kind().ordinal()] = 1;
      }
      return new Count(
          answer.correct() == null ? 0 : 1, answer.correct() == null ? 1 : 0, failures);
    }

    Count plus(Count other) {
      long[] sums = failures.clone();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += other.failures[i];
      }
      return new Count(answers + other.answers, excluded + other.excluded, sums);
    }

    long wrong() {
      long sum = 0;
      for (long one : failures) {
        sum += one;
      }
      return sum;
    }
  }

  /**
   * @throws InvalidInput when answers cannot be read, or prompts are not of the format
   */
  FailureResult run(String runId) {
    RunAddress address = RunAddress.parse(request.input());
    JavaRDD<SortedAnswer> answers =
        address.hasRuns(hadoop)
            ? new StoredAnswers(
                    JavaSparkContext.fromSparkContext(spark.sparkContext()), hadoop, request)
                .read(address.open(hadoop))
            : AnswerTable.read(spark, request);
    Map<AnswerGroup, Count> counts =
        SparkAction.run(
            "sort failures",
            () ->
                new TreeMap<>(
                    answers
                        .mapToPair(answer -> new Tuple2<>(answer.group(), Count.of(answer)))
                        .reduceByKey(Count::plus)
                        .collectAsMap()));
    if (counts.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no answers; expected a run folder or a table with a row per answer"
              .formatted(request.input()));
    }
    List<FailureClassRow> rows = new ArrayList<>();
    counts.forEach((group, count) -> rows.addAll(rows(runId, group, count)));
    return new FailureResult(request, List.copyOf(rows), failed(runId, answers));
  }

  private static List<FailureClassRow> rows(String runId, AnswerGroup group, Count count) {
    List<FailureClassRow> rows = new ArrayList<>();
    long wrong = count.wrong();
    for (FailureClass kind : FailureClass.values()) {
      long failures = count.failures()[kind.ordinal()];
      Optional<Interval> interval = RateInterval.WILSON.of(wrong, failures, CONFIDENCE);
      rows.add(
          new FailureClassRow(
              runId,
              group.task(),
              group.model(),
              group.dose(),
              kind.word(),
              failures,
              wrong,
              wrong == 0 ? null : (Double) ((double) failures / wrong),
              interval.map(Interval::low).orElse(null),
              interval.map(Interval::high).orElse(null),
              count.answers(),
              count.excluded()));
    }
    return rows;
  }

  /** In an order that depends on what they say alone. */
  private static JavaRDD<FailedRolloutRow> failed(String runId, JavaRDD<SortedAnswer> answers) {
    return answers
        .filter(answer -> answer.failure() != null)
        .map(
            answer ->
                new FailedRolloutRow(
                    runId,
                    answer.group().task(),
                    answer.group().model(),
                    answer.group().dose(),
                    answer.promptId(),
                    answer.rolloutIndex(),
                    answer.failure().kind().word(),
                    answer.failure().evidence()))
        .sortBy(FailureJob::place, true, answers.getNumPartitions());
  }

  private static String place(FailedRolloutRow row) {
    return row.task()
        + "\u0000"
        + row.dose()
        + "\u0000"
        + row.model()
        + "\u0000"
        + row.promptId()
        + "\u0000"
        + (row.rolloutIndex() == null ? "" : Long.toString(row.rolloutIndex() + 10_000_000_000L))
        + "\u0000"
        + row.failure()
        + "\u0000"
        + row.evidence();
  }
}
