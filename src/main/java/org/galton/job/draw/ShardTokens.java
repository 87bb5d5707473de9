package org.galton.job.draw;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.galton.model.Completion;
import org.galton.model.CompletionTokens;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Shard;
import org.galton.table.RolloutTokensRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;

/**
 * The tokens of a shard's rollouts. Their file is published before that of the rollouts, and counts
 * once that one is there: a rollout that counts has its tokens, whatever dies in between.
 *
 * @param drawn the tokens of each completion, in the order of the file
 */
record ShardTokens(Shard shard, List<Drawn> drawn) {

  /** A rollout's own. */
  private record Drawn(String promptId, int rolloutIndex, CompletionTokens tokens) {}

  /**
   * @param wishes of the shard, by the numbers of their requests
   * @throws InvalidInput when the model did not tell the tokens of a completion
   */
  static ShardTokens of(Shard shard, List<RequestedRollout> wishes, List<Completion> completions) {
    return new ShardTokens(
        shard,
        completions.stream()
            .map(completion -> drawn(shard, wishes, completion))
            .sorted(Comparator.comparing(Drawn::promptId).thenComparing(Drawn::rolloutIndex))
            .toList());
  }

  private static Drawn drawn(Shard shard, List<RequestedRollout> wishes, Completion completion) {
    if (!completion.tokens().isKnown()) {
      throw new InvalidInput(
          "Cannot keep tokens of model %s: it tells texts only; leave 'keep' out of the spec"
              .formatted(shard.source()));
    }
    RequestedRollout wish = wishes.get((int) completion.request().id());
    return new Drawn(wish.promptId(), wish.rolloutIndex(), completion.tokens());
  }

  /**
   * Publishes the file. One that another attempt has left without its rollouts stays if it is the
   * same, as it should be; where a device has drawn otherwise, this attempt's takes its place.
   *
   * @param rollouts the file that is to be published next
   */
  void publish(TableFile file, TableFile rollouts, Runnable fence) {
    if (drawn.isEmpty()
        || file.publish(Table.ROLLOUT_TOKENS, this::rows, fence) == TableFile.Publication.PUBLISHED
        || isSame(file)
        || rollouts.exists()) {
      return;
    }
    fence.run();
    file.delete();
    file.publish(Table.ROLLOUT_TOKENS, this::rows, fence);
  }

  private boolean isSame(TableFile file) {
    Iterator<RolloutTokensRow> own = rows();
    AtomicBoolean same = new AtomicBoolean(true);
    file.forEach(
        Table.ROLLOUT_TOKENS.rows(),
        row -> same.compareAndSet(true, own.hasNext() && own.next().equals(row)));
    return same.get() && !own.hasNext();
  }

  /** Made as they are written: boxed numbers take six times the room. */
  private Iterator<RolloutTokensRow> rows() {
    return drawn.stream().map(this::row).iterator();
  }

  private RolloutTokensRow row(Drawn rollout) {
    CompletionTokens tokens = rollout.tokens();
    return new RolloutTokensRow(
        shard.partition().model(),
        shard.partition().task(),
        shard.partition().generation(),
        rollout.promptId(),
        rollout.rolloutIndex(),
        list(tokens.prompt().length, i -> tokens.prompt()[i]),
        list(tokens.ids().length, i -> tokens.ids()[i]),
        list(tokens.logprobs().length, i -> (double) tokens.logprobs()[i]),
        list(tokens.entropies().length, i -> (double) tokens.entropies()[i]));
  }

  private static <T> List<T> list(int length, IntFunction<T> value) {
    return IntStream.range(0, length).mapToObj(value).toList();
  }
}
