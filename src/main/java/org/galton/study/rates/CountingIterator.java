package org.galton.study.rates;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import scala.Tuple2;

/**
 * Counts rows as they come, and hands the counts on after every {@code ROWS} rows: a task holds the
 * counts of so many rows at most, however long its part of the input is.
 */
final class CountingIterator implements Iterator<Tuple2<PromptKey, RolloutCounts>> {
  private static final int ROWS = 2_000_000;

  private final Iterator<RolloutBlock> blocks;
  private final RolloutCells cells;
  private Iterator<Map.Entry<PromptKey, RolloutCounts>> counted =
      Map.<PromptKey, RolloutCounts>of().entrySet().iterator();

  CountingIterator(Iterator<RolloutBlock> blocks, RolloutCells cells) {
    this.blocks = blocks;
    this.cells = cells;
  }

  @Override
  public boolean hasNext() {
    if (!counted.hasNext() && blocks.hasNext()) {
      counted = count().entrySet().iterator();
    }
    return counted.hasNext();
  }

  @Override
  public Tuple2<PromptKey, RolloutCounts> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Map.Entry<PromptKey, RolloutCounts> entry = counted.next();
    return new Tuple2<>(entry.getKey(), entry.getValue());
  }

  private Map<PromptKey, RolloutCounts> count() {
    BlockCounter counter = new BlockCounter(cells);
    for (int read = 0; read < ROWS && blocks.hasNext(); ) {
      RolloutBlock block = blocks.next();
      counter.add(block);
      read += block.rows();
    }
    return counter.counts();
  }
}
