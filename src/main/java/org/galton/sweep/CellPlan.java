package org.galton.sweep;

import java.util.ArrayList;
import java.util.List;
import org.galton.search.SearchSampler;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredCell;
import org.galton.table.store.StoredKeys;
import org.galton.task.Environment;
import org.galton.task.Prompt;

/**
 * What is missing of a cell.
 *
 * @param partition where its rollouts lie or will lie
 * @param quota rollouts that the sweep asks for
 * @param present of these, stored
 * @param tokensPerRollout mean length of the stored ones; the token limit of all turns where there
 *     are none
 */
public record CellPlan(
    Cell cell,
    Partition partition,
    CellQuota quota,
    long present,
    double tokensPerRollout,
    List<Shard> shards) {

  /** Rollouts that the sweep asks for. */
  public long wanted() {
    return quota.total();
  }

  /** Without a second stage that waits for the verdicts on a pilot. */
  public long wantedNow() {
    return wanted() - waiting();
  }

  /** Rollouts of a second stage that is not divided among prompts yet. */
  public long waiting() {
    return quota.isUndivided() ? quota.total() - cell.wanted(quota.each()) : 0;
  }

  /** Those that are not there, asked for now or once a pilot is judged. */
  public long missing() {
    return wanted() - present;
  }

  /** Tokens that a model draws for one rollout: of a search all that it may draw. */
  public double drawnPerRollout() {
    return cell.sampler().map(this::mostDrawn).orElse(tokensPerRollout);
  }

  private double mostDrawn(SearchSampler sampler) {
    int most = cell.sampling().maxTokens();
    double own = sampler.mostBlocks(most) * mostTurns(cell);
    // Where a rollout has many turns, each may have a pilot of its own.
    double shared =
        sampler.mostSharedBlocks()
            * (cell.task() instanceof Environment ? mostTurns(cell) : promptsPerRollout());
    return (own + shared) * sampler.block(most);
  }

  /** How often a shard begins with a prompt, for each of its rollouts. */
  private double promptsPerRollout() {
    long rollouts = shards.stream().mapToLong(Shard::rollouts).sum();
    long prompts =
        shards.stream()
            .mapToLong(shard -> shard.slices().stream().map(Slice::prompt).distinct().count())
            .sum();
    return rollouts == 0 ? 1 : (double) prompts / rollouts;
  }

  static CellPlan of(int number, Cell cell, StoredCell stored, CellQuota quota, int shardRollouts) {
    long present = 0;
    long drawn = 0;
    long tokens = 0;
    List<Slice> missing = new ArrayList<>();
    for (Prompt prompt : cell.prompts()) {
      StoredKeys keys = stored.prompt(prompt.id());
      int rollouts = quota.of(prompt.id());
      present += keys.drawn(quota.most(prompt.id()));
      drawn += keys.drawn();
      tokens += keys.tokens();
      addMissing(prompt, keys, quota.from(), rollouts, missing);
    }
    return new CellPlan(
        cell,
        stored.partition(),
        quota,
        Math.min(present, quota.total()),
        drawn > 0 ? (double) tokens / drawn : mostTokens(cell),
        shards(number, cell, stored, missing, shardRollouts));
  }

  private static double mostTokens(Cell cell) {
    return (double) cell.sampling().maxTokens() * mostTurns(cell);
  }

  private static int mostTurns(Cell cell) {
    return cell.task() instanceof Environment environment ? environment.mostTurns() : 1;
  }

  private static void addMissing(
      Prompt prompt, StoredKeys keys, int first, int rollouts, List<Slice> missing) {
    int from = keys.nextMissing(first);
    while (from < rollouts) {
      int end = keys.nextDrawn(from, rollouts);
      int failures = keys.lastFailure(from);
      int to = from + 1;
      while (to < end && keys.lastFailure(to) == failures) {
        to++;
      }
      missing.add(new Slice(prompt, from, to, failures + 1));
      from = keys.nextMissing(to);
    }
  }

  private static List<Shard> shards(
      int number, Cell cell, StoredCell stored, List<Slice> missing, int shardRollouts) {
    List<Shard> shards = new ArrayList<>();
    List<Slice> open = new ArrayList<>();
    int room = shardRollouts;
    for (Slice slice : missing) {
      int from = slice.from();
      while (from < slice.to()) {
        int to = Math.min(slice.to(), from + room);
        open.add(new Slice(slice.prompt(), from, to, slice.attempt()));
        room -= to - from;
        from = to;
        if (room == 0) {
          shards.add(shard(number, cell, stored, open));
          open.clear();
          room = shardRollouts;
        }
      }
    }
    if (!open.isEmpty()) {
      shards.add(shard(number, cell, stored, open));
    }
    return List.copyOf(shards);
  }

  private static Shard shard(int number, Cell cell, StoredCell stored, List<Slice> slices) {
    return new Shard(
        number,
        cell.source(),
        cell.model().digest(),
        stored.partition(),
        stored.epoch(),
        cell.sampling(),
        cell.framing(),
        List.copyOf(slices));
  }
}
