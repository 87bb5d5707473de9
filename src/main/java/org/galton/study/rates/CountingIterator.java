package org.galton.study.rates;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Counts rows as they come, and hands the counts on after every {@code ROWS} rows: a task holds the
 * counts of so many rows at most, however long its part of the input is.
 */
final class CountingIterator implements Iterator<Tuple2<PromptKey, RolloutCounts>> {
  private static final int ROWS = 2_000_000;

  private final Iterator<InternalRow> rows;
  private final RolloutCells cells;
  private Iterator<Map.Entry<PromptKey, RolloutCounts>> counted =
      Map.<PromptKey, RolloutCounts>of().entrySet().iterator();

  CountingIterator(Iterator<InternalRow> rows, RolloutCells cells) {
    this.rows = rows;
    this.cells = cells;
  }

  @Override
  public boolean hasNext() {
    if (!counted.hasNext() && rows.hasNext()) {
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
    Map<PromptKey, RolloutCounts> counts = new HashMap<>();
    PromptKey last = null;
    RolloutCounts ofLast = null;
    for (int read = 0; read < ROWS && rows.hasNext(); read++) {
      InternalRow row = rows.next();
      UTF8String prompt = cells.prompt(row);
      UTF8String named = cells.text(row, RolloutColumn.MODEL);
      UTF8String model = named == null ? UTF8String.EMPTY_UTF8 : named;
      // Rows of a prompt mostly stand together.
      if (last == null || !last.names(model, prompt)) {
        PromptKey key = new PromptKey(model.clone(), prompt.clone());
        last = key;
        ofLast =
            counts.computeIfAbsent(
                key, added -> new RolloutCounts(cells.text(row, RolloutColumn.CLUSTER)));
      }
      ofLast.add(row, cells);
    }
    return counts;
  }
}
