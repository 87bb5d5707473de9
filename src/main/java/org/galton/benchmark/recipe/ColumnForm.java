package org.galton.benchmark.recipe;

import org.galton.benchmark.rows.JsonRows;
import org.galton.benchmark.rows.PackedJson;

/** How a column's value is written in the file. */
public enum ColumnForm {
  /** As itself. */
  PLAIN {
    @Override
    Object read(Object value) {
      return value;
    }
  },
  /** A text that holds JSON. */
  JSON {
    @Override
    Object read(Object value) {
      return value instanceof String text ? JsonRows.value(text) : value;
    }
  },
  /** The same, or packed as LiveCodeBench packs it. */
  PACKED_JSON {
    @Override
    Object read(Object value) {
      return value instanceof String text ? PackedJson.value(text) : value;
    }
  };

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  abstract Object read(Object value);
}
