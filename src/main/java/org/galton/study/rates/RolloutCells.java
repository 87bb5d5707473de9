package org.galton.study.rates;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.unsafe.types.UTF8String;
import org.galton.job.input.CellType;
import org.galton.job.input.CurrentFile;
import org.galton.job.input.Excerpt;
import org.galton.job.input.InputFormat;
import org.galton.spec.InvalidInput;

/** Reads the cells of one row of rollouts, and says which row of which file has a wrong one. */
public final class RolloutCells implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ABSENT = -1;
  private static final String WHOLE = "a whole number from 0 to " + Integer.MAX_VALUE;
  private static final String VERDICT = "0 or 1";

  /** By column: its place in a row. */
  private final int[] places = new int[RolloutColumn.values().length];

  private final CellType[] types = new CellType[places.length];
  private final int corrupt;
  private final InputFormat format;
  private final CurrentFile file = new CurrentFile();
  private final TruncatedVerdicts truncated;

  RolloutCells(RolloutData data, TruncatedVerdicts truncated) {
    this.truncated = truncated;
    this.format = data.format();
    StructField[] fields = data.rows().schema().fields();
    Arrays.fill(places, ABSENT);
    for (RolloutColumn column : data.columns()) {
      int place = data.columns().indexOf(column);
      places[column.ordinal()] = place;
      types[column.ordinal()] = CellType.of(fields[place].dataType()).orElseThrow();
    }
    this.corrupt = fields.length > data.columns().size() ? fields.length - 1 : ABSENT;
  }

  /**
   * Looks for what every row needs.
   *
   * @throws InvalidInput when the line could not be parsed, or the row is no rollout of a prompt
   */
  void check(InternalRow row, boolean hasPrompt) {
    if (corrupt != ABSENT && !row.isNullAt(corrupt)) {
      throw format.unparsed(file.shown(), row.getUTF8String(corrupt).toString());
    }
    if (!hasPrompt) {
      throw new InvalidInput(
          "Cannot read %s: a row (sample %s) has no prompt; expected the prompt's id"
              .formatted(file.shown(), shown(row, RolloutColumn.SAMPLE)));
    }
    if (isMissing(row, RolloutColumn.SAMPLE) && isMissing(row, RolloutColumn.CORRECT)) {
      throw new InvalidInput(
          "Cannot read %s: prompt '%s' has a row without sample and correct, so without a rollout;"
                  .formatted(
                      file.shown(), row.getUTF8String(places[RolloutColumn.PROMPT.ordinal()]))
              + " expected a row per rollout; remove the row");
    }
  }

  TruncatedVerdicts truncated() {
    return truncated;
  }

  boolean isMissing(InternalRow row, RolloutColumn column) {
    int place = places[column.ordinal()];
    return place == ABSENT
        || row.isNullAt(place)
        || (types[column.ordinal()] == CellType.TEXT && row.getUTF8String(place).numBytes() == 0);
  }

  /** Numbers the texts of a column of words. */
  void label(RolloutBlock block, RolloutColumn column, Labels labels) {
    int place = places[column.ordinal()];
    if (place == ABSENT) {
      labels.readNothing(block.rows());
    } else {
      block.label(place, labels);
    }
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
    int place = places[column.ordinal()];
    CellType type = types[column.ordinal()];
    double found =
        type == CellType.TEXT
            ? parsed(row.getUTF8String(place), row, column, expected)
            : type.number(row, place);
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
                file.shown(),
                shown(row, RolloutColumn.PROMPT),
                shown(row, RolloutColumn.SAMPLE),
                problem,
                expected));
  }

  private String shown(InternalRow row, RolloutColumn column) {
    if (isMissing(row, column)) {
      return "missing";
    }
    int place = places[column.ordinal()];
    CellType type = types[column.ordinal()];
    if (type == CellType.TEXT) {
      return "'" + Excerpt.of(row.getUTF8String(place).toString()) + "'";
    }
    double number = type.number(row, place);
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
