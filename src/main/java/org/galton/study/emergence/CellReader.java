package org.galton.study.emergence;

import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.galton.job.input.InputFormat;
import org.galton.job.input.InputReader;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/**
 * Reads what a row of an input holds.
 *
 * @param input as the user named it
 * @param root whole path of the input
 * @param agents their columns, in a row per round; empty where a row is an agent's
 */
record CellReader(String input, String root, List<String> agents) implements Serializable {
  private static final int FILE = TrajectoryColumn.values().length;
  private static final int CORRUPT = FILE + 1;
  private static final int FIRST_AGENT = FILE + 2;

  /**
   * The cells of a row that have a value.
   *
   * @throws InvalidInput when a cell does not hold what its column is for
   */
  Iterator<Tuple2<GroupKey, AgentRound>> of(Row row) {
    String file = URI.create(row.getString(FILE)).getPath();
    if (!row.isNullAt(CORRUPT)) {
      throw InputReader.unparsed(file, row.getString(CORRUPT));
    }
    GroupKey key = key(row, file);
    RowPlace place = new RowPlace(file, key.group(), text(row, TrajectoryColumn.ROUND));
    List<Tuple2<GroupKey, AgentRound>> cells = new ArrayList<>();
    if (agents.isEmpty()) {
      add(
          cells,
          key,
          row,
          place,
          text(row, TrajectoryColumn.AGENT),
          text(row, TrajectoryColumn.VALUE));
    }
    for (int i = 0; i < agents.size(); i++) {
      add(cells, key, row, place, agents.get(i), text(row, FIRST_AGENT + i));
    }
    return cells.iterator();
  }

  private void add(
      List<Tuple2<GroupKey, AgentRound>> cells,
      GroupKey key,
      Row row,
      RowPlace place,
      String agent,
      String value) {
    int round = place.round();
    if (agent.isEmpty()) {
      throw place.problem("column 'agent' is empty", "the agent's name in every row");
    }
    RowPlace at = place.of(agent);
    Double found = at.number(value, agents.isEmpty() ? "value" : agent);
    if (found != null) {
      cells.add(
          new Tuple2<>(
              key,
              new AgentRound(
                  place.file(),
                  round,
                  agent,
                  found,
                  at.finite(text(row, TrajectoryColumn.TARGET), "target"),
                  at.truth(text(row, TrajectoryColumn.SUCCESS), "success"),
                  at.finite(text(row, TrajectoryColumn.MACRO), "macro"))));
    }
  }

  /** A group without a name is a file, and its condition the folders between input and file. */
  private GroupKey key(Row row, String file) {
    String experiment = text(row, TrajectoryColumn.EXPERIMENT);
    String condition = text(row, TrajectoryColumn.CONDITION);
    String group = text(row, TrajectoryColumn.GROUP);
    if (!group.isEmpty()) {
      return new GroupKey(experiment, condition, group);
    }
    if (agents.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: column 'group' is empty in a row of round '%s' and agent '%s'; expected the group's name in every row"
              .formatted(
                  file, text(row, TrajectoryColumn.ROUND), text(row, TrajectoryColumn.AGENT)));
    }
    int slash = file.lastIndexOf('/');
    String name = file.substring(slash + 1);
    String folders = slash > root.length() ? file.substring(root.length() + 1, slash) : "";
    return new GroupKey(
        experiment, condition.isEmpty() ? folders : condition, InputFormat.stem(name));
  }

  private static String text(Row row, TrajectoryColumn column) {
    return text(row, column.ordinal());
  }

  /** Empty where there is none. */
  private static String text(Row row, int place) {
    return row.isNullAt(place) ? "" : row.getString(place);
  }
}
