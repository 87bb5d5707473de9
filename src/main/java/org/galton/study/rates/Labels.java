package org.galton.study.rates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The texts of one column of a block of rows, each distinct text numbered from 0. Two rows have the
 * same number exactly when they have the same text, so whoever counts need not look at texts. Where
 * the file has a dictionary, each of its texts is decoded once for a block and no text is compared.
 */
final class Labels {
  /** Of a row without a text, or with an empty one. */
  static final int NONE = -1;

  private int[] ids = new int[1];
  private UTF8String[] texts = new UTF8String[1];
  private int distinct;

  /** By number in the file's dictionary: the number here, and the block for which that holds. */
  private int[] ofDictionary = {};

  private int[] heldFor = {};
  private int block;
  private final Map<UTF8String, Integer> known = new HashMap<>();

  /** The number of a row's text, or {@link #NONE}. */
  int at(int row) {
    return ids[row];
  }

  /** Valid as long as the block is. */
  UTF8String text(int id) {
    return texts[id];
  }

  /** The text of a row; null where there is none. */
  UTF8String textAt(int row) {
    return ids[row] == NONE ? null : texts[ids[row]];
  }

  int distinct() {
    return distinct;
  }

  /** Of a column that is not there. */
  void readNothing(int rows) {
    begin(rows);
    Arrays.fill(ids, 0, rows, NONE);
  }

  void read(InternalRow row, int place) {
    begin(1);
    ids[0] = row.isNullAt(place) ? NONE : added(row.getUTF8String(place));
  }

  void read(ColumnVector column, int rows) {
    begin(rows);
    if (column instanceof WritableColumnVector stored && stored.hasDictionary()) {
      readDictionary(stored, rows);
    } else {
      readTexts(column, rows);
    }
  }

  private void begin(int rows) {
    distinct = 0;
    if (ids.length < rows) {
      ids = new int[rows];
    }
  }

  private void readDictionary(WritableColumnVector column, int rows) {
    WritableColumnVector numbers = column.getDictionaryIds();
    boolean nulls = column.hasNull();
    // The next block may be of another dictionary.
    block++;
    for (int row = 0; row < rows; row++) {
      if (nulls && column.isNullAt(row)) {
        ids[row] = NONE;
        continue;
      }
      int number = numbers.getDictId(row);
      if (number >= heldFor.length) {
        int room = Math.max(number + 1, 2 * heldFor.length);
        heldFor = Arrays.copyOf(heldFor, room);
        ofDictionary = Arrays.copyOf(ofDictionary, room);
      }
      if (heldFor[number] != block) {
        heldFor[number] = block;
        ofDictionary[number] = added(column.getUTF8String(row));
      }
      ids[row] = ofDictionary[number];
    }
  }

  private void readTexts(ColumnVector column, int rows) {
    boolean nulls = column.hasNull();
    known.clear();
    UTF8String last = null;
    int lastId = NONE;
    for (int row = 0; row < rows; row++) {
      if (nulls && column.isNullAt(row)) {
        ids[row] = NONE;
        continue;
      }
      UTF8String text = column.getUTF8String(row);
      // Equal texts mostly stand together.
      if (!text.equals(last)) {
        last = text;
        lastId = known.computeIfAbsent(text, this::added);
      }
      ids[row] = lastId;
    }
  }

  private int added(UTF8String text) {
    if (text.numBytes() == 0) {
      return NONE;
    }
    if (distinct == texts.length) {
      texts = Arrays.copyOf(texts, 2 * distinct);
    }
    texts[distinct] = text;
    return distinct++;
  }
}
