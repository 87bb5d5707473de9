package org.galton.model.source;

import java.util.List;

/**
 * The models that an entry of a spec stands for.
 *
 * @param sources in the order of their training
 * @param skipped checkpoints that cannot be used, such as half-copied ones
 */
public record FoundModels(List<String> sources, List<Skipped> skipped) {

  /** A checkpoint that was left out, and why. */
  public record Skipped(String source, String reason) {}

  public FoundModels {
    sources = List.copyOf(sources);
    skipped = List.copyOf(skipped);
  }

  /** Of an entry that names one model. */
  public static FoundModels itself(String entry) {
    return new FoundModels(List.of(entry), List.of());
  }
}
