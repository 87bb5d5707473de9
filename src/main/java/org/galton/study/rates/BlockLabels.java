package org.galton.study.rates;

/** The columns of words of one block of rows. */
final class BlockLabels {
  private final RolloutCells cells;
  private final Labels[] columns = new Labels[RolloutColumn.values().length];

  BlockLabels(RolloutCells cells) {
    this.cells = cells;
    for (RolloutColumn column : RolloutColumn.values()) {
      columns[column.ordinal()] = column.isLabel() ? new Labels() : null;
    }
  }

  void read(RolloutBlock block) {
    for (RolloutColumn column : RolloutColumn.values()) {
      if (column.isLabel()) {
        cells.label(block, column, of(column));
      }
    }
  }

  /** Valid until the next block. */
  Labels of(RolloutColumn column) {
    return columns[column.ordinal()];
  }
}
