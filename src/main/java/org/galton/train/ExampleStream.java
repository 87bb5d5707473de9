package org.galton.train;

import java.util.ArrayList;
import java.util.List;
import org.galton.numerics.SplitMix64;
import org.galton.task.Trainable.WorkedExample;

/**
 * The training examples by number, the same for the same seed: a resumed run sees what it would
 * have seen.
 */
final class ExampleStream {
  private final TrainSpec spec;
  private final double totalWeight;

  ExampleStream(TrainSpec spec) {
    this.spec = spec;
    this.totalWeight = spec.tasks().stream().mapToDouble(TaskShare::weight).sum();
  }

  /** The examples of a step, counted from 1. */
  List<WorkedExample> step(int step) {
    int batch = spec.schedule().batch();
    List<WorkedExample> examples = new ArrayList<>(batch);
    for (int row = 0; row < batch; row++) {
      long index = (long) (step - 1) * batch + row;
      TaskShare share = drawTask(new SplitMix64(spec.seed() ^ SplitMix64.STEP * (index + 1)));
      examples.add(share.task().example(spec.seed(), index));
    }
    return examples;
  }

  private TaskShare drawTask(SplitMix64 random) {
    double at = random.nextUnit() * totalWeight;
    for (TaskShare share : spec.tasks()) {
      at -= share.weight();
      if (at < 0) {
        return share;
      }
    }
    return spec.tasks().get(spec.tasks().size() - 1);
  }
}
