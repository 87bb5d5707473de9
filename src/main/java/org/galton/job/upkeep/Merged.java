package org.galton.job.upkeep;

import org.galton.table.Table;

/** The tables whose files are merged. */
enum Merged {
  ROLLOUTS(Table.ROLLOUTS),
  SCORES(Table.SCORES);

  private final Table<?> table;

  Merged(Table<?> table) {
    this.table = table;
  }

  Table<?> table() {
    return table;
  }
}
