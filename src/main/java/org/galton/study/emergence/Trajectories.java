package org.galton.study.emergence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.RunAddress;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.emergence.row.EmergenceTables;

/**
 * Groups out of anyone's files, or out of the table {@code trajectories} of a run. Files have one
 * of two layouts: a row per group, round and agent, or a row per round with a column per agent, as
 * the published game writes them.
 */
final class Trajectories {
  private static final GivenTable LONG =
      new GivenTable(
          "trajectories",
          TrajectoryColumn.EXPECTED,
          Arrays.stream(TrajectoryColumn.values()).map(TrajectoryColumn::inLongLayout).toList());

  private final SparkSession spark;
  private final int parts;

  Trajectories(SparkSession spark, int parts) {
    this.spark = spark;
    this.parts = parts;
  }

  /**
   * In no order; contents are checked by the tasks that read them.
   *
   * @param input a file, a folder of files of one format, or the output folder of a run
   * @throws InvalidInput when there are no such files, or they have other columns
   */
  JavaRDD<Group> groups(String input) {
    return groupsIn(
        RunAddress.fileOf(
            input, EmergenceTables.TRAJECTORIES, "a sweep of an environment", configuration()));
  }

  /** The same of files, without a look for a run. */
  JavaRDD<Group> groupsIn(String files) {
    return SparkAction.run("look at " + files, () -> cells(files))
        .groupByKey(new HashPartitioner(parts))
        .map(cells -> new Group(cells._1(), GroupRows.of(cells._1(), cells._2()).trajectory()));
  }

  /**
   * By group, in no order.
   *
   * @throws InvalidInput when a column is missing or of another type; what a row holds is looked at
   *     by the tasks that read it
   */
  private JavaPairRDD<GroupKey, AgentRound> cells(String input) {
    OpenedTable found = LONG.open(spark, input);
    List<String> agents = agents(found);
    CellReader cells = new CellReader(found.folder(), agents);
    return (agents.isEmpty() ? found.rows() : found.rows(wide(agents))).flatMapToPair(cells::of);
  }

  /** The columns of agents; none where agents are in a column. */
  private static List<String> agents(OpenedTable found) {
    return found.has(TrajectoryColumn.AGENT.title())
        ? List.of()
        : found.names().stream()
            .filter(name -> name.startsWith(TrajectoryColumn.AGENT_PREFIX))
            .toList();
  }

  private static List<WantedColumn> wide(List<String> agents) {
    return Stream.concat(
            Arrays.stream(TrajectoryColumn.values()).map(TrajectoryColumn::inWideLayout),
            agents.stream().map(agent -> WantedColumn.required(agent, ColumnKind.TEXT)))
        .toList();
  }

  private Configuration configuration() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
