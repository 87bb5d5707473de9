package org.galton.train;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Whether the engine records what a thread does with weights, to find gradients. It records in
 * every thread but the one that loaded it, and refuses to change weights in place meanwhile.
 */
public final class GradientRecord {
  private GradientRecord() {}

  /** As {@link #without(Supplier)}, for work that has no result. */
  public static void without(Runnable work) {
    without(
        () -> {
          work.run();
          return true;
        });
  }

  /** Does some work on weights that is not recorded. */
  public static <T> T without(Supplier<T> work) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try {
      return work.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }
}
