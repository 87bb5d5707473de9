package org.galton.model.llama.decoding;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.RopeScaling;

/**
 * How many bytes the slots' own keys and values may take. A batch that wants more is halved before
 * anything is allocated: an operating system that promises more memory than it has ends the process
 * instead of refusing.
 */
record CacheBudget(long bytes) {
  private static final double SHARE_OF_GPU = 0.8;
  private static final double SHARE_OF_MACHINE = 0.5;

  /**
   * On a GPU a share of what is free there now; on the CPU a share of the machine's memory, or the
   * container's, divided among as many decode loops as there are processors.
   */
  static CacheBudget of(Device device) {
    if (device.isGpu()) {
      long free =
          CudaUtils.getGpuMemory(device).getMax() - CudaUtils.getGpuMemory(device).getUsed();
      return new CacheBudget((long) (SHARE_OF_GPU * free));
    }
    long total =
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    int loops = Runtime.getRuntime().availableProcessors();
    return new CacheBudget((long) (SHARE_OF_MACHINE * total / loops));
  }

  /**
   * Bytes that may be kept of prompts, and of completions that go on, beside the slots' own. None
   * where a token's keys depend on the length of what it was computed in.
   */
  long kept(LlamaConfig config) {
    return config.rope() instanceof RopeScaling.Dynamic ? 0 : bytes / 8;
  }

  /**
   * @throws OutOfMemory when several slots with room for so many tokens exceed it; one slot is
   *     always tried
   */
  void check(LlamaConfig config, int bytesEach, int slots, int tokens) {
    long slot = 2L * config.layers() * config.keyValueHeads() * config.headWidth() * bytesEach;
    if (slots > 1 && slot * slots * tokens > bytes) {
      throw new OutOfMemory("keys and values of " + slots + " rollouts exceed the budget");
    }
  }
}
