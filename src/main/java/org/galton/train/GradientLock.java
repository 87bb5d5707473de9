package org.galton.train;

/** The engine records gradients for the whole process, so one training runs at a time. */
public final class GradientLock {
  /** Held by a training while it records. */
  public static final Object PROCESS = new Object();

  private GradientLock() {}
}
