package org.galton.study.emergence;

import static org.apache.spark.sql.functions.input_file_name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.galton.job.input.InputReader;
import org.galton.spec.InvalidInput;

/**
 * Trajectories in files, in one of two layouts: a row per group, round and agent, or a row per
 * round with a column per agent, as the published game writes them.
 */
final class TrajectoryInput {
  private final InputReader reader;
  private final String root;

  /**
   * @param root whole path of the input, to tell the folders below it
   */
  TrajectoryInput(InputReader reader, String root) {
    this.reader = reader;
    this.root = root;
  }

  /**
   * By group, in no order.
   *
   * @throws InvalidInput when a column is missing or of another type; what a row holds is looked at
   *     by the tasks that read it
   */
  JavaPairRDD<GroupKey, AgentRound> cells() {
    Dataset<Row> data =
        reader.read(Arrays.stream(TrajectoryColumn.values()).map(TrajectoryColumn::title).toList());
    List<String> agents = agents(data);
    List<Column> selected = new ArrayList<>();
    for (TrajectoryColumn column : TrajectoryColumn.values()) {
      selected.add(column(data, column, agents));
    }
    selected.add(input_file_name());
    selected.add(InputReader.corrupt(data));
    agents.forEach(agent -> selected.add(reader.text(data, agent)));
    CellReader cells = new CellReader(reader.files().input(), root, agents);
    return data.select(selected.toArray(Column[]::new)).javaRDD().flatMapToPair(cells::of);
  }

  /** The columns of agents; none where agents are in a column. */
  private static List<String> agents(Dataset<Row> data) {
    return InputReader.has(data, TrajectoryColumn.AGENT.title())
        ? List.of()
        : Stream.of(data.columns())
            .filter(name -> name.startsWith(TrajectoryColumn.AGENT_PREFIX))
            .toList();
  }

  private Column column(Dataset<Row> data, TrajectoryColumn column, List<String> agents) {
    boolean required =
        agents.isEmpty() ? column.requiredInLongLayout() : column.requiredInWideLayout();
    if (InputReader.has(data, column.title())) {
      return reader.text(data, column.title());
    }
    if (required) {
      throw new InvalidInput(
          "Cannot read %s: no column '%s'; the columns are %s; expected %s"
              .formatted(
                  reader.files().input(),
                  column.title(),
                  String.join(", ", InputReader.names(data)),
                  TrajectoryColumn.EXPECTED));
    }
    return InputReader.noText();
  }
}
