package org.galton.study.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;

/** Steps out of anyone's files, or out of the table {@code transitions} of a run. */
final class GivenTransitions {
  static final GivenTable STEPS =
      GivenTable.ofTexts(
          "transitions",
          List.of("source", "target", "count"),
          List.of("experiment", "condition", "rollout"));
  private static final GivenTable ATTEMPTS =
      GivenTable.ofTexts(
          "attempts", List.of("state", "attempts"), List.of("experiment", "condition"));

  private final SparkSession spark;
  private final List<NameCheck> checks = new ArrayList<>();

  GivenTransitions(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Once the rows were read.
   *
   * @throws InvalidInput where rows of different agents were taken for one agent's
   */
  void check() {
    checks.forEach(NameCheck::check);
  }

  /**
   * In no order, not added up; contents are checked by the tasks that read them.
   *
   * @param files a file, or a folder of files of one format
   * @throws InvalidInput when there are no such files, or they have other columns
   */
  JavaRDD<CountedStep> steps(String files, CountColumn counting) {
    NameCheck names = names(files);
    return rows(STEPS, files).map(row -> step(row, counting, names));
  }

  /** All steps from states, for {@link StepKey}s without rollout and target. */
  JavaRDD<CountedStep> attempts(String input) {
    NameCheck names = names(input);
    return rows(ATTEMPTS, input).map(row -> attempts(row, names));
  }

  private JavaRDD<GivenRow> rows(GivenTable table, String input) {
    return SparkAction.run("look at " + input, () -> table.open(spark, input).rows());
  }

  private NameCheck names(String input) {
    NameCheck names = new NameCheck(input, spark.sparkContext());
    checks.add(names);
    return names;
  }

  private static CountedStep step(GivenRow row, CountColumn counting, NameCheck names) {
    String target = row.text("target");
    String source = named(row.at(() -> "target '%s'".formatted(target)), "source");
    GivenRow step = row.at(() -> "source '%s', target '%s'".formatted(source, target));
    BigDecimal count =
        switch (counting) {
          case COUNTS -> count(step, "count");
          case PROBABILITIES -> probability(step, "count");
        };
    AgentKey agent = names.agent(row.text("experiment"), row.text("condition"));
    return new CountedStep(
        new StepKey(agent.experiment(), agent.condition(), row.text("rollout"), source, target),
        count);
  }

  private static CountedStep attempts(GivenRow row, NameCheck names) {
    String state = named(row.at(() -> "attempts '%s'".formatted(row.text("attempts"))), "state");
    BigDecimal count = count(row.at(() -> "state '%s'".formatted(state)), "attempts");
    AgentKey agent = names.agent(row.text("experiment"), row.text("condition"));
    return new CountedStep(
        new StepKey(agent.experiment(), agent.condition(), "", state, ""), count);
  }

  private static String named(GivenRow row, String column) {
    String name = row.text(column);
    if (name.isEmpty()) {
      throw row.wrong(column, "a name in every row");
    }
    return name;
  }

  /** A whole number of at least 0, and below 2^63. */
  private static BigDecimal count(GivenRow row, String column) {
    try {
      long count = new BigDecimal(row.text(column).strip()).longValueExact();
      if (count >= 0) {
        return BigDecimal.valueOf(count);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Refused below, as a negative one is.
    }
    throw row.wrong(column, "a whole number of at least 0");
  }

  /** A number from 0 to 1. */
  private static BigDecimal probability(GivenRow row, String column) {
    try {
      double probability = Double.parseDouble(row.text(column).strip());
      if (probability >= 0 && probability <= 1) {
        return new BigDecimal(probability);
      }
    } catch (NumberFormatException e) {
      // Refused below, as one out of range is.
    }
    throw row.wrong(column, "a probability from 0 to 1, as --exact says");
  }
}
