package org.galton.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * What this machine and the model have room for.
 *
 * @param freeBytes of memory
 * @param context longest prompt and completion together, in tokens
 */
record Room(long freeBytes, int context) {
  /** What a pass takes for each byte of keys and values: results of operations come on top. */
  private static final double MARGIN = 1.25;

  private static final double GIBIBYTE = 1 << 30;

  /** Why a cell is not to be tried, if so. */
  Optional<String> refusal(DecodeCell cell, long cacheBytes) {
    int tokens = cell.promptTokens() + cell.newTokens();
    if (tokens > context) {
      return Optional.of(
          "%d tokens with the prompt; the model's context is %d".formatted(tokens, context));
    }
    double needed = MARGIN * cacheBytes;
    if (needed > freeBytes) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "needs %.1f GiB of memory; %.1f GiB are free",
              needed / GIBIBYTE,
              freeBytes / GIBIBYTE));
    }
    return Optional.empty();
  }
}
