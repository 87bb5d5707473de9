package org.galton.study.advantages;

import org.galton.job.input.GivenRow;

/** A cell that lists a number for each token, such as {@code [-0.5, null, -2.25]}. */
final class TokenList {
  private static final String EXPECTED =
      "a list of natural logarithms such as [-0.5, null, -2.25], null for a token that is not"
          + " learned";

  private TokenList() {}

  /**
   * NaN where the list has null: the token is masked. Null where the cell is empty.
   *
   * @throws org.galton.spec.InvalidInput when the cell is no such list, or has a number above 0
   */
  static double[] read(GivenRow row, String column) {
    String text = row.text(column).strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.startsWith("[") || !text.endsWith("]")) {
      throw row.wrong(column, EXPECTED);
    }
    String inside = text.substring(1, text.length() - 1).strip();
    if (inside.isEmpty()) {
      return new double[0];
    }
    String[] cells = inside.split(",", -1);
    double[] numbers = new double[cells.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(row, column, cells[i].strip());
    }
    return numbers;
  }

  private static double number(GivenRow row, String column, String cell) {
    if (cell.equals("null")) {
      return Double.NaN;
    }
    double number;
    try {
      number = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw row.problem("column '%s' lists '%s'".formatted(column, cell), EXPECTED);
    }
    // Rounding may lift the logarithm of a certain token a little above 0.
    if (!(number <= 1e-3) || Double.isInfinite(number)) {
      throw row.problem("column '%s' lists %s".formatted(column, cell), EXPECTED);
    }
    return number;
  }
}
