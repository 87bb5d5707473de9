package org.galton.job.draw;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
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
 * The tokens of a shard's rollouts.
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

  /** Publishes the file, if there is anything to be in it: see {@link BesideRollouts}. */
  void publish(TableFile file, TableFile rollouts, Runnable fence) {
    if (!drawn.isEmpty()) {
      new BesideRollouts<>(Table.ROLLOUT_TOKENS, this::rows).publish(file, rollouts, fence);
    }
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
