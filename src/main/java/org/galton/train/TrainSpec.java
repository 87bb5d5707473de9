package org.galton.train;

import java.util.List;

/**
 * A model to be trained from scratch.
 *
 * @param model its name, such as {@code abacus}
 * @param output folder of its checkpoints
 * @param seed fixes the initial weights, the examples and their order
 */
public record TrainSpec(
    String model,
    String output,
    long seed,
    Architecture architecture,
    List<TaskShare> tasks,
    Schedule schedule) {

  public TrainSpec {
    tasks = List.copyOf(tasks);
  }
}
