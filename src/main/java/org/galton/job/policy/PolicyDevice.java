package org.galton.job.policy;

import java.io.Serializable;
import org.galton.job.draw.GpuUse;

/**
 * What shares are computed on.
 *
 * @param name cpu or gpu
 * @param use what a GPU would be asked for
 */
public record PolicyDevice(String name, GpuUse use) implements Serializable {
  static final String GPU = "gpu";

  boolean isGpu() {
    return name.equals(GPU);
  }
}
