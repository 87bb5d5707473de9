package org.galton.job.upkeep;

import org.apache.hadoop.fs.Path;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;

/** The tables whose files are merged. */
enum Merged {
  ROLLOUTS(Table.ROLLOUTS),
  ROLLOUT_TOKENS(Table.ROLLOUT_TOKENS),
  SCORES(Table.SCORES);

  private final Table<?> table;

  Merged(Table<?> table) {
    this.table = table;
  }

  /** The table of a folder of files that follow those of rollouts. */
  static Merged dependent(GenerationFolder generation, Path folder) {
    return folder.equals(generation.tokens()) ? ROLLOUT_TOKENS : SCORES;
  }

  Table<?> table() {
    return table;
  }
}
