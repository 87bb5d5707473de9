package org.galton.study.emergence;

import org.apache.spark.api.java.JavaRDD;
import org.galton.job.run.RunWriter;
import org.galton.study.emergence.row.EmergenceTables;
import org.galton.study.emergence.row.TrajectoryRow;

/** The tables of what groups show. Rows of pairs pass through, they are never all here. */
final class EmergenceWriter {
  private EmergenceWriter() {}

  static void write(
      EmergenceResult result, Findings findings, JavaRDD<UnitTask.Result> results, RunWriter run) {
    run.publish(EmergenceTables.PAIRS, rows(results.flatMap(one -> one.pairs().iterator())));
    run.publish(EmergenceTables.TRIPLETS, rows(results.flatMap(one -> one.triplets().iterator())));
    run.publish(EmergenceTables.AGENTS, rows(results.flatMap(one -> one.agents().iterator())));
    run.publish(EmergenceTables.GROUPS, result.figures());
    run.publish(EmergenceTables.DIFFERENTIATION, findings.roles());
    run.publish(EmergenceTables.CONDITIONS, result.conditions());
    run.publish(EmergenceTables.EFFECTS, result.effects());
  }

  /** Of groups that anyone's files hold; a sweep has written those that it played. */
  static void writeTrajectories(JavaRDD<Group> groups, RunWriter run) {
    String runId = run.runId();
    JavaRDD<TrajectoryRow> rows =
        groups
            .sortBy(Group::key, true, groups.getNumPartitions())
            .flatMap(group -> group.rows(runId).iterator());
    run.publish(EmergenceTables.TRAJECTORIES, rows(rows));
  }

  private static <R> Iterable<R> rows(JavaRDD<R> rows) {
    return rows::toLocalIterator;
  }
}
