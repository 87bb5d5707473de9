package org.galton.job.emergence;

import org.apache.spark.api.java.JavaRDD;
import org.galton.job.RunWriter;
import org.galton.table.Table;
import org.galton.table.TrajectoryRow;

/** The tables of what groups show. Rows of pairs pass through, they are never all here. */
final class EmergenceTables {
  private EmergenceTables() {}

  static void write(
      EmergenceResult result, Findings findings, JavaRDD<UnitResult> results, RunWriter run) {
    run.publish(Table.EMERGENCE_PAIRS, rows(results.flatMap(one -> one.pairs().iterator())));
    run.publish(Table.EMERGENCE_TRIPLETS, rows(results.flatMap(one -> one.triplets().iterator())));
    run.publish(Table.EMERGENCE_AGENTS, rows(results.flatMap(one -> one.agents().iterator())));
    run.publish(Table.EMERGENCE_GROUPS, result.figures());
    run.publish(Table.EMERGENCE_DIFFERENTIATION, findings.roles());
    run.publish(Table.EMERGENCE_CONDITIONS, result.conditions());
    run.publish(Table.EMERGENCE_EFFECTS, result.effects());
  }

  /** Of groups that anyone's files hold; a sweep has written those that it played. */
  static void writeTrajectories(JavaRDD<Group> groups, RunWriter run) {
    String runId = run.runId();
    JavaRDD<TrajectoryRow> rows =
        groups
            .sortBy(Group::key, true, groups.getNumPartitions())
            .flatMap(group -> group.rows(runId).iterator());
    run.publish(Table.TRAJECTORIES, rows(rows));
  }

  private static <R> Iterable<R> rows(JavaRDD<R> rows) {
    return rows::toLocalIterator;
  }
}
