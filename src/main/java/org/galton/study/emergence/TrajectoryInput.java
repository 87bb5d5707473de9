package org.galton.study.emergence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.ColumnType;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.spec.InvalidInput;

/**
 * Trajectories in files, in one of two layouts: a row per group, round and agent, or a row per
 * round with a column per agent, as the published game writes them.
 */
final class TrajectoryInput {
  private static final GivenTable LONG =
      new GivenTable(
          "trajectories",
          TrajectoryColumn.EXPECTED,
          Arrays.stream(TrajectoryColumn.values()).map(TrajectoryColumn::inLongLayout).toList());

  private TrajectoryInput() {}

  /**
   * By group, in no order.
   *
   * @throws InvalidInput when a column is missing or of another type; what a row holds is looked at
   *     by the tasks that read it
   */
  static JavaPairRDD<GroupKey, AgentRound> cells(SparkSession spark, String input) {
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
            agents.stream().map(agent -> WantedColumn.required(agent, ColumnType.TEXT)))
        .toList();
  }
}
