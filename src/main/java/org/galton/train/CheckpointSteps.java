package org.galton.train;

import java.util.TreeSet;

/**
 * The steps at which checkpoints are written: log-spaced from the first to the last, so that early,
 * fast progress is seen too.
 */
final class CheckpointSteps {
  private CheckpointSteps() {}

  static TreeSet<Integer> of(Schedule schedule) {
    TreeSet<Integer> steps = new TreeSet<>();
    int intervals = Math.max(1, schedule.checkpoints() - 1);
    double ratio = (double) schedule.steps() / schedule.firstCheckpoint();
    for (int i = 0; i < schedule.checkpoints() - 1; i++) {
      steps.add(
          (int) Math.round(schedule.firstCheckpoint() * Math.pow(ratio, (double) i / intervals)));
    }
    steps.add(schedule.steps());
    return steps;
  }
}
