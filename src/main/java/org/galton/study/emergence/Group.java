package org.galton.study.emergence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.emergence.GroupTrajectory;
import org.galton.study.emergence.row.GroupPlace;
import org.galton.study.emergence.row.TrajectoryRow;

/** A group with what its agents did. */
record Group(GroupKey key, GroupTrajectory trajectory) implements Serializable {

  /** Its complete rounds, round by round. */
  List<TrajectoryRow> rows(String runId) {
    int[] rounds = trajectory.rounds();
    List<String> agents = trajectory.agents();
    double[][] values = trajectory.values();
    Double target =
        trajectory.target().isPresent() ? (Double) trajectory.target().getAsDouble() : null;
    GroupPlace place = key.place();
    List<TrajectoryRow> rows = new ArrayList<>(rounds.length * agents.size());
    for (int t = 0; t < rounds.length; t++) {
      Double macro = trajectory.macro().isPresent() ? (Double) trajectory.macro().get()[t] : null;
      for (int i = 0; i < agents.size(); i++) {
        rows.add(
            new TrajectoryRow(
                runId,
                place,
                rounds[t],
                agents.get(i),
                values[i][t],
                target,
                trajectory.success().orElse(null),
                macro));
      }
    }
    return rows;
  }
}
