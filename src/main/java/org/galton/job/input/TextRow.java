package org.galton.job.input;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.galton.spec.InvalidInput;

/**
 * A row of texts.
 *
 * @param file it came from
 * @param cells empty where there is no value
 */
public record TextRow(String file, List<String> cells) implements Serializable {

  public String cell(int place) {
    return cells.get(place);
  }

  /**
   * @param where as in "Cannot read FILE: {where}: …"
   */
  public String named(int place, String column, String where) {
    if (cell(place).isEmpty()) {
      throw problem(where, "column '%s' is empty".formatted(column), "a name in every row");
    }
    return cell(place);
  }

  /** A whole number of at least 0, and below 2^63. */
  public BigDecimal count(int place, String column, String where) {
    try {
      long count = new BigDecimal(cell(place).strip()).longValueExact();
      if (count >= 0) {
        return BigDecimal.valueOf(count);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Refused below, as a negative one is.
    }
    throw refused(place, column, where, "a whole number of at least 0");
  }

  /** A number from 0 to 1. */
  public BigDecimal probability(int place, String column, String where) {
    try {
      double probability = Double.parseDouble(cell(place).strip());
      if (probability >= 0 && probability <= 1) {
        return new BigDecimal(probability);
      }
    } catch (NumberFormatException e) {
      // Refused below, as one out of range is.
    }
    throw refused(place, column, where, "a probability from 0 to 1, as --exact says");
  }

  private InvalidInput refused(int place, String column, String where, String expected) {
    return problem(where, "column '%s' is '%s'".formatted(column, cell(place)), expected);
  }

  private InvalidInput problem(String where, String found, String expected) {
    return new InvalidInput(
        "Cannot read %s: %s: %s; expected %s".formatted(file, where, found, expected));
  }
}
