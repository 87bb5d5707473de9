package org.galton.job.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.galton.spec.InvalidInput;
import scala.collection.Seq;

/** A row of a table of anyone's. Its errors say in which file it is, and which row of that. */
public final class GivenRow {
  private final String file;
  private final Row cells;
  private final Supplier<String> where;

  private GivenRow(String file, Row cells, Supplier<String> where) {
    this.file = file;
    this.cells = cells;
    this.where = where;
  }

  /**
   * @param cells as {@link OpenedTable#select} has them
   * @throws InvalidInput when its line does not parse
   */
  static GivenRow of(String file, InputFormat format, Row cells, int columns) {
    if (cells.size() > columns && !cells.isNullAt(columns)) {
      throw format.unparsed(file, cells.getString(columns));
    }
    return new GivenRow(file, cells, () -> "");
  }

  /**
   * @param row what tells it from others, as in "Cannot read FILE: {row}: …"
   */
  public GivenRow at(Supplier<String> row) {
    return new GivenRow(file, cells, row);
  }

  /** Where it is, in the words of an error. */
  public String file() {
    return file;
  }

  public boolean isMissing(int place) {
    return cells.isNullAt(place);
  }

  /** Empty where there is none. */
  public String text(int place) {
    return isMissing(place) ? "" : cells.getString(place);
  }

  /** Empty where there is none. */
  public String text(String column) {
    return text(cells.fieldIndex(column));
  }

  /** Null where there is none. */
  public Double number(int place) {
    return isMissing(place) ? null : (Double) cells.getDouble(place);
  }

  /**
   * The finite numbers of a column of arrays.
   *
   * @throws InvalidInput when there are none, or one is not finite
   */
  public double[] numbers(int place) {
    String expected = "an array of finite numbers";
    String column = cells.schema().fields()[place].name();
    if (isMissing(place)) {
      throw problem("column '%s' holds no array".formatted(column), expected);
    }
    Seq<?> found = cells.getSeq(place);
    double[] numbers = new double[found.size()];
    for (int i = 0; i < numbers.length; i++) {
      Object number = found.apply(i);
      if (!(number instanceof Double finite) || !Double.isFinite(finite)) {
        throw problem("column '%s': number %d is %s".formatted(column, i + 1, number), expected);
      }
      numbers[i] = finite;
    }
    return numbers;
  }

  /**
   * The texts of a column of arrays; null where there is no array.
   *
   * @throws InvalidInput when something else is there
   */
  public List<String> texts(String column) {
    int place = cells.fieldIndex(column);
    if (isMissing(place)) {
      return null;
    }
    Seq<?> found = cells.getSeq(place);
    List<String> texts = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      if (!(found.apply(i) instanceof String text)) {
        throw problem(
            "column '%s' holds something else".formatted(column),
            "an array of texts, in a text file as JSON such as [\"search\",\"read\"]");
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  /**
   * The number of a column of texts.
   *
   * @param expected as in "expected {expected}"
   * @throws InvalidInput when there is none, or it is not finite
   */
  public double finite(String column, String expected) {
    double found;
    try {
      found = Double.parseDouble(text(column).strip());
    } catch (NumberFormatException e) {
      throw wrong(column, expected);
    }
    if (!Double.isFinite(found)) {
      throw wrong(column, expected);
    }
    return found;
  }

  /**
   * The whole number of a column of texts.
   *
   * @throws InvalidInput when there is none, or it is not from 0 to 2^31 - 1
   */
  public int whole(String column) {
    String expected = "a whole number from 0 to " + Integer.MAX_VALUE;
    double found = finite(column, expected);
    if (found < 0 || found != (int) found) {
      throw wrong(column, expected);
    }
    return (int) found;
  }

  /**
   * The truth of a column of texts: 0, 1, false or true.
   *
   * @throws InvalidInput when there is something else, or nothing
   */
  public boolean truth(String column) {
    return switch (text(column).strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "1.0" -> true;
      case "false", "0", "0.0" -> false;
      default -> throw wrong(column, "0 or 1");
    };
  }

  /** What to throw for the text of a column. */
  public InvalidInput wrong(String column, String expected) {
    String text = text(column);
    return problem(
        text.isEmpty()
            ? "column '%s' is empty".formatted(column)
            : "column '%s' is '%s'".formatted(column, Excerpt.of(text)),
        expected);
  }

  /** What to throw for the row. */
  public InvalidInput problem(String found, String expected) {
    String row = where.get();
    return new InvalidInput(
        "Cannot read %s: %s%s; expected %s"
            .formatted(file, row.isEmpty() ? "" : row + ": ", found, expected));
  }
}
