package org.galton.job;

import java.io.Serializable;
import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.galton.spec.InvalidInput;

/** Reads the cells of one row of rollouts, and says which row of which file has a wrong one. */
final class RolloutCells implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CORRUPT = RolloutColumn.values().length;
  private static final int LONGEST = 120;
  private static final String WHOLE = "a whole number from 0 to " + Integer.MAX_VALUE;
  private static final String VERDICT = "0 or 1";

  private final boolean[] numbers = new boolean[CORRUPT];
  private final TruncatedVerdicts truncated;

  /**
   * @param schema of {@link RolloutInput#read}
   */
  RolloutCells(StructType schema, TruncatedVerdicts truncated) {
    this.truncated = truncated;
    for (int i = 0; i < numbers.length; i++) {
      DataType type = schema.fields()[i].dataType();
      numbers[i] = type instanceof DoubleType;
    }
  }

  /**
   * What every row needs.
   *
   * @throws InvalidInput when the line could not be parsed, or the row is no rollout of a prompt
   */
  void check(InternalRow row) {
    if (!row.isNullAt(CORRUPT)) {
      throw new InvalidInput(
          "Cannot read %s: the line '%s' does not parse; expected %s"
              .formatted(file(), cut(row.getUTF8String(CORRUPT).toString()), shape()));
    }
    if (isMissing(row, RolloutColumn.PROMPT)) {
      throw new InvalidInput(
          "Cannot read %s: a row (sample %s) has no prompt; expected the prompt's id"
              .formatted(file(), shown(row, RolloutColumn.SAMPLE)));
    }
    if (isMissing(row, RolloutColumn.SAMPLE) && isMissing(row, RolloutColumn.CORRECT)) {
      throw new InvalidInput(
          "Cannot read %s: prompt '%s' has a row without sample and correct, so without a rollout;"
                  .formatted(file(), text(row, RolloutColumn.PROMPT))
              + " expected a row per rollout; remove the row");
    }
  }

  private static String shape() {
    return file().contains(".csv") ? "as many cells as the header" : "one JSON object a line";
  }

  TruncatedVerdicts truncated() {
    return truncated;
  }

  boolean isMissing(InternalRow row, RolloutColumn column) {
    int i = column.ordinal();
    return row.isNullAt(i) || !numbers[i] && row.getUTF8String(i).numBytes() == 0;
  }

  /** The cell's text, valid until the next row; null where there is none. */
  UTF8String text(InternalRow row, RolloutColumn column) {
    return isMissing(row, column) ? null : row.getUTF8String(column.ordinal());
  }

  /** A whole number from 0. */
  int whole(InternalRow row, RolloutColumn column) {
    return whole(row, column, Integer.MAX_VALUE, WHOLE);
  }

  /** 0 or 1. */
  int verdict(InternalRow row) {
    return whole(row, RolloutColumn.CORRECT, 1, VERDICT);
  }

  private int whole(InternalRow row, RolloutColumn column, int most, String expected) {
    double found = number(row, column, expected);
    if (!(found >= 0 && found <= most && found == (int) found)) {
      throw wrong(row, column, expected);
    }
    return (int) found;
  }

  /** A finite number. */
  double number(InternalRow row, RolloutColumn column, String expected) {
    if (isMissing(row, column)) {
      throw wrong(row, column, expected);
    }
    double found =
        numbers[column.ordinal()]
            ? row.getDouble(column.ordinal())
            : parsed(row.getUTF8String(column.ordinal()), row, column, expected);
    if (!Double.isFinite(found)) {
      throw wrong(row, column, expected);
    }
    return found;
  }

  private double parsed(UTF8String text, InternalRow row, RolloutColumn column, String expected) {
    String found = text.toString().strip();
    if (column == RolloutColumn.CORRECT && found.equalsIgnoreCase("true")) {
      return 1;
    }
    if (column == RolloutColumn.CORRECT && found.equalsIgnoreCase("false")) {
      return 0;
    }
    try {
      return Double.parseDouble(found);
    } catch (NumberFormatException e) {
      throw wrong(row, column, expected);
    }
  }

  InvalidInput wrong(InternalRow row, RolloutColumn column, String expected) {
    return wrong(row, column.title() + " is " + shown(row, column), expected);
  }

  InvalidInput wrong(InternalRow row, String problem, String expected) {
    return new InvalidInput(
        "Cannot read %s: prompt %s, sample %s: %s; expected %s"
            .formatted(
                file(),
                shown(row, RolloutColumn.PROMPT),
                shown(row, RolloutColumn.SAMPLE),
                problem,
                expected));
  }

  private String shown(InternalRow row, RolloutColumn column) {
    if (isMissing(row, column)) {
      return "missing";
    }
    if (!numbers[column.ordinal()]) {
      return "'" + cut(row.getUTF8String(column.ordinal()).toString()) + "'";
    }
    double number = row.getDouble(column.ordinal());
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** The file that this task reads just now. */
  private static String file() {
    return InputFileBlockHolder.getInputFilePath().toString().replaceFirst("^file:/+", "/");
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
