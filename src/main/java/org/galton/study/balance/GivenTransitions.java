package org.galton.study.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.TextColumns;
import org.galton.job.input.TextRow;
import org.galton.spec.InvalidInput;

/** Steps out of anyone's files, or out of the table {@code transitions} of a run. */
final class GivenTransitions {
  static final TextColumns STEPS =
      new TextColumns(
          "transitions",
          List.of("source", "target", "count"),
          List.of("experiment", "condition", "rollout"));
  private static final TextColumns ATTEMPTS =
      new TextColumns("attempts", List.of("state", "attempts"), List.of("experiment", "condition"));

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
    return STEPS.read(spark, files).map(row -> step(row, counting, names));
  }

  /** All steps from states, for {@link StepKey}s without rollout and target. */
  JavaRDD<CountedStep> attempts(String input) {
    NameCheck names = names(input);
    return ATTEMPTS.read(spark, input).map(row -> attempts(row, names));
  }

  private NameCheck names(String input) {
    NameCheck names = new NameCheck(input, spark.sparkContext());
    checks.add(names);
    return names;
  }

  private static CountedStep step(TextRow row, CountColumn counting, NameCheck names) {
    String target = row.cell(1);
    String source = row.named(0, "source", "target '%s'".formatted(target));
    String where = "source '%s', target '%s'".formatted(source, target);
    BigDecimal count =
        switch (counting) {
          case COUNTS -> row.count(2, "count", where);
          case PROBABILITIES -> row.probability(2, "count", where);
        };
    AgentKey agent = names.agent(row.cell(3), row.cell(4));
    return new CountedStep(
        new StepKey(agent.experiment(), agent.condition(), row.cell(5), source, target), count);
  }

  private static CountedStep attempts(TextRow row, NameCheck names) {
    String state = row.named(0, "state", "attempts '%s'".formatted(row.cell(1)));
    BigDecimal count = row.count(1, "attempts", "state '%s'".formatted(state));
    AgentKey agent = names.agent(row.cell(2), row.cell(3));
    return new CountedStep(
        new StepKey(agent.experiment(), agent.condition(), "", state, ""), count);
  }
}
