package org.galton.study.emergence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.NullModel;

/** A unit of work. */
record Unit(UnitKey key, GroupTrajectory trajectory) implements Serializable {

  /** Of a group: every window that it lasted for, against every null model. */
  static List<Unit> of(Group group, List<Window> windows, List<NullModel> models) {
    List<Unit> units = new ArrayList<>();
    for (Window window : windows) {
      window
          .of(group.trajectory())
          .ifPresent(
              trajectory -> {
                if (models.isEmpty()) {
                  units.add(new Unit(new UnitKey(group.key(), window, null), trajectory));
                }
                models.forEach(
                    model ->
                        units.add(new Unit(new UnitKey(group.key(), window, model), trajectory)));
              });
    }
    return units;
  }
}
