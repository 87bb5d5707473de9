package org.galton.study.emergence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.galton.job.input.GivenRow;
import org.galton.job.input.InputFormat;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/**
 * Reads what a row of an input holds.
 *
 * @param root whole path of the input's folder
 * @param agents their columns, in a row per round; empty where a row is an agent's
 */
record CellReader(String root, List<String> agents) implements Serializable {
  private static final String ROUND = TrajectoryColumn.ROUND.title();
  private static final String AGENT = TrajectoryColumn.AGENT.title();
  private static final String VALUE = TrajectoryColumn.VALUE.title();

  /**
   * The cells of a row that have a value.
   *
   * @throws InvalidInput when a cell does not hold what its column is for
   */
  Iterator<Tuple2<GroupKey, AgentRound>> of(GivenRow row) {
    GroupKey key = key(row);
    GivenRow placed =
        row.at(() -> "group '%s', round '%s'".formatted(key.group(), row.text(ROUND)));
    int round = CellText.whole(placed, ROUND);
    List<Tuple2<GroupKey, AgentRound>> cells = new ArrayList<>();
    if (agents.isEmpty()) {
      if (row.text(AGENT).isEmpty()) {
        throw placed.wrong(AGENT, "the agent's name in every row");
      }
      add(cells, key, row, round, row.text(AGENT), VALUE);
    }
    agents.forEach(agent -> add(cells, key, row, round, agent, agent));
    return cells.iterator();
  }

  private static void add(
      List<Tuple2<GroupKey, AgentRound>> cells,
      GroupKey key,
      GivenRow row,
      int round,
      String agent,
      String value) {
    GivenRow placed =
        row.at(
            () ->
                "group '%s', round '%s', agent '%s'"
                    .formatted(key.group(), row.text(ROUND), agent));
    Double found = CellText.number(placed, value);
    if (found != null) {
      cells.add(
          new Tuple2<>(
              key,
              new AgentRound(
                  row.file(),
                  round,
                  agent,
                  found,
                  CellText.finite(placed, TrajectoryColumn.TARGET.title()),
                  CellText.truth(placed, TrajectoryColumn.SUCCESS.title()),
                  CellText.finite(placed, TrajectoryColumn.MACRO.title()))));
    }
  }

  /** A group without a name is a file, and its condition the folders between input and file. */
  private GroupKey key(GivenRow row) {
    String experiment = row.text(TrajectoryColumn.EXPERIMENT.title());
    String condition = row.text(TrajectoryColumn.CONDITION.title());
    String group = row.text(TrajectoryColumn.GROUP.title());
    if (!group.isEmpty()) {
      return new GroupKey(experiment, condition, group);
    }
    if (agents.isEmpty()) {
      throw row.problem(
          "column 'group' is empty in a row of round '%s' and agent '%s'"
              .formatted(row.text(ROUND), row.text(AGENT)),
          "the group's name in every row");
    }
    String file = row.file();
    int slash = file.lastIndexOf('/');
    String name = file.substring(slash + 1);
    String folders = slash > root.length() ? file.substring(root.length() + 1, slash) : "";
    return new GroupKey(
        experiment, condition.isEmpty() ? folders : condition, InputFormat.stem(name));
  }
}
