package org.galton.view.engine;

/**
 * What the engine may take: memory beside the JVM's and room for temporary files, in MiB, and
 * threads.
 */
public record EngineLimits(int memoryMib, int scratchMib, int threads) {
  public static EngineLimits withDefaults() {
    return new EngineLimits(512, 16_384, Math.min(8, Runtime.getRuntime().availableProcessors()));
  }

  public EngineLimits withMemory(int mib) {
    return new EngineLimits(mib, scratchMib, threads);
  }
}
