package org.galton.job.draw;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.galton.sweep.Shard;
import org.galton.sweep.VerifierUse;
import org.galton.table.Table;
import org.galton.table.store.FileName;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredKeys;
import org.galton.table.store.TableFile;

/** The names of a shard's files, which every attempt at it shares. */
public final class ShardFiles {
  private ShardFiles() {}

  /** What was drawn. */
  static TableFile drawn(OutputFolder output, Shard shard) {
    return output.file(folder(output, shard), FileName.drawn(shard.epoch(), shard.name()));
  }

  /** The tokens of what was drawn. */
  static TableFile tokens(OutputFolder output, Shard shard) {
    return output.file(
        output.tokens(shard.partition()), FileName.drawn(shard.epoch(), shard.name()));
  }

  /** What the searches of what was drawn have done. */
  static TableFile searches(OutputFolder output, Shard shard) {
    return output.file(
        output.searches(shard.partition()), FileName.drawn(shard.epoch(), shard.name()));
  }

  /** The trees of these searches. */
  static TableFile searchNodes(OutputFolder output, Shard shard) {
    return output.file(
        output.searchNodes(shard.partition()), FileName.drawn(shard.epoch(), shard.name()));
  }

  /** What could not be drawn. */
  static TableFile failed(OutputFolder output, Shard shard) {
    return output.file(folder(output, shard), FileName.failed(shard.name()));
  }

  /**
   * For a shard whose file an earlier attempt has published.
   *
   * @param searches of the same shard, where there is a sampler
   */
  static ShardOutcome.Receipt receipt(
      TableFile drawn, TableFile searches, Shard shard, String device, long task) {
    List<StoredKeys.Part> rows = drawn.rows(Table.ROLLOUTS.part(StoredKeys.Part.class));
    List<Spent> spent =
        searches.exists() ? searches.rows(Table.SEARCHES.part(Spent.class)) : List.of();
    long tokens =
        spent.isEmpty()
            ? rows.stream().mapToLong(StoredKeys.Part::completionTokens).sum()
            : spent.stream().mapToLong(Spent::drawnTokens).sum();
    int failed = shard.rollouts() - rows.size();
    return new ShardOutcome.Receipt(
        task,
        shard.cell(),
        rows.size(),
        failed,
        tokens,
        spent.stream().map(Spent::verifier).reduce(VerifierUse.NOTHING, VerifierUse::plus),
        0,
        device,
        new ArrayList<>());
  }

  /** Of a row of searches. */
  private record Spent(long drawnTokens, long verifierCalls, Double verifierSeconds) {
    VerifierUse verifier() {
      return new VerifierUse(verifierCalls, verifierSeconds == null ? 0 : verifierSeconds);
    }
  }

  private static Path folder(OutputFolder output, Shard shard) {
    return output.rollouts(shard.partition());
  }
}
