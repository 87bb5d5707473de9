package org.galton.job.draw;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.galton.sweep.Shard;
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

  /** For a shard whose file an earlier attempt has published. */
  static ShardOutcome.Receipt receipt(TableFile drawn, Shard shard, String device, long task) {
    List<StoredKeys.Part> rows = drawn.rows(Table.ROLLOUTS.part(StoredKeys.Part.class));
    long tokens = rows.stream().mapToLong(StoredKeys.Part::completionTokens).sum();
    int failed = shard.rollouts() - rows.size();
    return new ShardOutcome.Receipt(
        task, shard.cell(), rows.size(), failed, tokens, 0, device, new ArrayList<>());
  }

  private static Path folder(OutputFolder output, Shard shard) {
    return output.rollouts(shard.partition());
  }
}
