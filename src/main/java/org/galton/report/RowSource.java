package org.galton.report;

import java.util.function.Consumer;
import org.galton.table.Table;

/** A run's tables, row by row; no rows of a table that the run did not write. */
public interface RowSource {
  <R extends Record> void forEach(Table<R> table, Consumer<R> each);
}
