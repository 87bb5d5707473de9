package org.galton.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.spec.InvalidInput;
import org.galton.table.store.StoredCell;

/**
 * What is missing of a sweep: wanted keys minus stored keys, cut into shards. What is drawn does
 * not depend on how it is cut.
 */
public record SweepPlan(List<CellPlan> cells) {
  // Seen on short completions with ZSTD; only an order of magnitude elsewhere.
  private static final double BYTES_PER_ROLLOUT = 16;
  private static final double BYTES_PER_TOKEN = 1.5;
  // An id of two bytes and the four of each float32; what repeats is packed to far less.
  private static final double BYTES_PER_KEPT_TOKEN = 10;

  /** Without a budget, as many rollouts of every prompt; of a budget its pilot. */
  public static List<CellQuota> quotas(SweepSpec spec, List<Cell> cells) {
    return cells.stream()
        .map(
            cell ->
                spec.budget()
                    .map(CellQuota::ofPilot)
                    .orElseGet(() -> CellQuota.uniform(cell, spec.rollouts())))
        .toList();
  }

  /**
   * @param stored what is stored of each cell, in the same order
   * @param quotas what is wanted of each
   */
  public static SweepPlan of(
      SweepSpec spec, List<Cell> cells, List<StoredCell> stored, List<CellQuota> quotas) {
    Map<List<String>, Cell> seen = new HashMap<>();
    List<CellPlan> plans = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      Cell twin = seen.put(List.of(cell.task().name(), cell.generation()), cell);
      if (twin != null && twin.source().equals(cell.source())) {
        throw new InvalidInput(
            "Cannot plan sweep %s: two samplings come to the same for model '%s': %s; remove one"
                .formatted(spec.sweep(), cell.source(), cell.samplingName()));
      }
      if (twin != null) {
        throw new InvalidInput(
            "Cannot plan sweep %s: models '%s' and '%s' are the same (digest %s); name one of them"
                .formatted(spec.sweep(), twin.source(), cell.source(), cell.model().digest()));
      }
      plans.add(CellPlan.of(i, cell, stored.get(i), quotas.get(i), spec.shardRollouts()));
    }
    return new SweepPlan(List.copyOf(plans));
  }

  public List<Shard> shards() {
    return cells.stream().flatMap(cell -> cell.shards().stream()).toList();
  }

  public long wanted() {
    return cells.stream().mapToLong(CellPlan::wanted).sum();
  }

  public long missing() {
    return cells.stream().mapToLong(CellPlan::missing).sum();
  }

  /** Whether the second stage of any cell is not divided among prompts yet. */
  public boolean isUndivided() {
    return cells.stream().anyMatch(cell -> cell.waiting() > 0);
  }

  /** Of the missing ones, those in shards; the others wait for a pilot to be judged. */
  public long planned() {
    return shards().stream().mapToLong(Shard::rollouts).sum();
  }

  /**
   * What drawing the missing rollouts would cost.
   *
   * @param tokensPerSecond of the whole cluster, where known
   */
  public Estimate estimate(OptionalDouble tokensPerSecond) {
    double tokens =
        cells.stream().mapToDouble(cell -> cell.missing() * cell.drawnPerRollout()).sum();
    double stored =
        cells.stream().mapToDouble(cell -> cell.missing() * cell.tokensPerRollout()).sum();
    double bytes = missing() * BYTES_PER_ROLLOUT + stored * BYTES_PER_TOKEN;
    return new Estimate(
        Math.round(tokens),
        Math.round(stored),
        Math.round(bytes),
        tokensPerSecond.isPresent()
            ? Optional.of(Duration.ofSeconds(Math.round(tokens / tokensPerSecond.getAsDouble())))
            : Optional.empty());
  }

  /**
   * Tokens and bytes of Parquet to come, and how long that takes where a rate is known.
   *
   * @param stored of the tokens those of completions; a search draws others as well
   */
  public record Estimate(long tokens, long stored, long bytes, Optional<Duration> duration) {
    /** The same of a sweep that keeps every token. */
    public Estimate keepingTokens() {
      return new Estimate(
          tokens, stored, bytes + Math.round(stored * BYTES_PER_KEPT_TOKEN), duration);
    }
  }
}
