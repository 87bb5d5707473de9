package org.galton.reinforce.spec;

/**
 * Where rollouts are drawn and where gradients are computed. Neither changes what is asked for:
 * with one share each the weights are those of a training by the driver.
 */
public record Placement(WorkPlace drawing, WorkPlace learner) {
  public static Placement onDriver() {
    return new Placement(new WorkPlace.Driver(), new WorkPlace.Driver());
  }

  /** Whether a part of the work is Spark's. */
  public boolean needsSpark() {
    return drawing instanceof WorkPlace.Executors || learner instanceof WorkPlace.Executors;
  }
}
