package org.galton.job.upkeep;

import org.apache.hadoop.fs.Path;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;

/** The tables whose files are merged. */
enum Merged {
  ROLLOUTS(Table.ROLLOUTS),
  ROLLOUT_TOKENS(Table.ROLLOUT_TOKENS),
  SEARCHES(Table.SEARCHES),
  SCORES(Table.SCORES);

  private final Table<?> table;

  Merged(Table<?> table) {
    this.table = table;
  }

  /** The table of a folder of files that follow those of rollouts. */
  static Merged dependent(GenerationFolder generation, Path folder) {
    if (folder.equals(generation.tokens())) {
      return ROLLOUT_TOKENS;
    }
    return folder.equals(generation.searches()) ? SEARCHES : SCORES;
  }

  Table<?> table() {
    return table;
  }
}
