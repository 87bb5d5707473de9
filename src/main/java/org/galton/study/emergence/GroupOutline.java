package org.galton.study.emergence;

import java.io.Serializable;
import java.util.Arrays;
import org.galton.emergence.GroupTrajectory;

/**
 * A group without its values.
 *
 * @param success null where it is not known
 * @param firstError sum of the first complete round less the target; null where there is none
 */
record GroupOutline(GroupKey key, boolean hasTarget, Boolean success, Double firstError)
    implements Serializable {

  static GroupOutline of(Group group) {
    GroupTrajectory trajectory = group.trajectory();
    boolean hasTarget = trajectory.target().isPresent();
    Double error =
        hasTarget && trajectory.rounds().length > 0
            ? (Double)
                (Arrays.stream(trajectory.values()).mapToDouble(series -> series[0]).sum()
                    - trajectory.target().getAsDouble())
            : null;
    return new GroupOutline(group.key(), hasTarget, trajectory.success().orElse(null), error);
  }
}
