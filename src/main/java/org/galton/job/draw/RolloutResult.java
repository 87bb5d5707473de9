package org.galton.job.draw;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galton.sweep.VerifierUse;

/**
 * What a rollout job drew.
 *
 * @param cells by cell of its plan
 * @param quarantined prompts that killed their models
 */
public record RolloutResult(List<Drawn> cells, List<Quarantined> quarantined) {

  /**
   * @param verifier what searches asked for while they drew
   * @param seconds that task slots spent drawing
   */
  public record Drawn(
      long rollouts, long failed, long tokens, VerifierUse verifier, double seconds) {
    Drawn plus(Drawn other) {
      return new Drawn(
          rollouts + other.rollouts,
          failed + other.failed,
          tokens + other.tokens,
          verifier.plus(other.verifier),
          seconds + other.seconds);
    }
  }

  public static RolloutResult nothing(int cells) {
    return of(cells, List.of());
  }

  /** Both of two jobs over the same cells. */
  public RolloutResult plus(RolloutResult other) {
    return new RolloutResult(
        IntStream.range(0, cells.size())
            .mapToObj(cell -> cells.get(cell).plus(other.cells().get(cell)))
            .toList(),
        Stream.concat(quarantined.stream(), other.quarantined().stream()).toList());
  }

  static RolloutResult of(int cells, List<ShardOutcome.Receipt> receipts) {
    return new RolloutResult(
        IntStream.range(0, cells)
            .mapToObj(cell -> sum(receipts.stream().filter(r -> r.cell() == cell).toList()))
            .toList(),
        receipts.stream().flatMap(receipt -> receipt.quarantined().stream()).toList());
  }

  private static Drawn sum(List<ShardOutcome.Receipt> receipts) {
    return new Drawn(
        receipts.stream().mapToLong(ShardOutcome.Receipt::drawn).sum(),
        receipts.stream().mapToLong(ShardOutcome.Receipt::failed).sum(),
        receipts.stream().mapToLong(ShardOutcome.Receipt::tokens).sum(),
        receipts.stream()
            .map(ShardOutcome.Receipt::verifier)
            .reduce(VerifierUse.NOTHING, VerifierUse::plus),
        receipts.stream().mapToDouble(ShardOutcome.Receipt::seconds).sum());
  }

  public long rollouts() {
    return cells.stream().mapToLong(Drawn::rollouts).sum();
  }

  public long failed() {
    return cells.stream().mapToLong(Drawn::failed).sum();
  }

  public long tokens() {
    return cells.stream().mapToLong(Drawn::tokens).sum();
  }
}
