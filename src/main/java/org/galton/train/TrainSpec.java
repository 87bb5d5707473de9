package org.galton.train;

import java.util.List;
import org.galton.spec.Section;
import org.galton.spec.SpecSource;

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

  /**
   * Reads a spec.
   *
   * @throws org.galton.spec.InvalidInput listing every problem
   */
  public static TrainSpec read(SpecSource source) {
    return source.read(TrainSpec::read);
  }

  /** As a part of what a spec may ask for. */
  public static TrainSpec read(Section section) {
    return new TrainSpecReader().read(section);
  }

  /** Every key with its value resolved; reads back to an equal spec. */
  public String toYaml() {
    return TrainSpecWriter.yaml(this);
  }
}
