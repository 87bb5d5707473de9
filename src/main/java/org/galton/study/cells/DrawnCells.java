package org.galton.study.cells;

import java.io.Serializable;

/**
 * How many synthetic cells a side has.
 *
 * @param counts above 0
 */
record DrawnCells(String side, long cells, long counts) implements Serializable {
  DrawnCells plus(DrawnCells other) {
    return new DrawnCells(side, cells + other.cells, counts + other.counts);
  }

  double genes() {
    return (double) counts / cells;
  }
}
