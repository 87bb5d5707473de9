package org.galton.model.engine;

/**
 * Where an engine runs.
 *
 * @param checkpoint as this machine finds it
 * @param device {@code cpu}, or {@code gpu:N} as Spark has assigned it
 * @param slots completions that Galton's own decoder draws side by side
 * @param compute type that it computes in, in lower case
 */
public record EnginePlace(String checkpoint, String device, int slots, String compute) {
  private static final String GPU = "gpu:";

  boolean onGpu() {
    return device.startsWith(GPU);
  }

  String gpu() {
    return device.substring(GPU.length());
  }
}
