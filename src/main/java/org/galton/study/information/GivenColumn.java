package org.galton.study.information;

import static org.galton.report.Figures.format;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.galton.information.DiscreteSeries;
import org.galton.information.Discretization;
import org.galton.information.InformationEstimator;
import org.galton.spec.InvalidInput;

/**
 * A column of a file: numbers where every value is one, else words.
 *
 * @param file its file, for errors
 * @param values a text for each row, none of them missing
 */
record GivenColumn(String file, String name, List<String> values) {
  private static final int MOST_LETTERS = 50;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  /** Whether the text stands for no value in a column of numbers. */
  static boolean isNotFinite(String value) {
    return NOT_FINITE.matcher(value).matches()
        || (isNumber(value) && !Double.isFinite(Double.parseDouble(value)));
  }

  static boolean isNumber(String value) {
    return NUMBER.matcher(value).matches();
  }

  private boolean isNumbers() {
    return values.stream().allMatch(GivenColumn::isNumber);
  }

  /**
   * As numbers.
   *
   * @throws InvalidInput when there are words, or all values are equal
   */
  double[] numbers(InformationEstimator estimator) {
    values.stream()
        .filter(value -> !isNumber(value))
        .findFirst()
        .ifPresent(
            word -> {
              throw new InvalidInput(
                  "Cannot use column '%s' of %s: it has words ('%s'); expected numbers for --estimator %s; use an estimator of discrete values such as jeffreys"
                      .formatted(name, file, word, estimator));
            });
    double[] numbers = values.stream().mapToDouble(Double::parseDouble).toArray();
    mustVary((int) Arrays.stream(numbers).distinct().count());
    return numbers;
  }

  /**
   * As letters: a bin each where bins are wanted and there are more numbers than bins, else a
   * letter for each value.
   *
   * @param bins 0 for none
   * @throws InvalidInput when there are too many letters, or only one
   */
  DiscreteSeries letters(int bins) {
    if (isNumbers()) {
      double[] numbers = values.stream().mapToDouble(Double::parseDouble).toArray();
      double[] distinct = Arrays.stream(numbers).map(v -> v + 0.0).sorted().distinct().toArray();
      mustVary(distinct.length);
      if (bins > 0 && distinct.length > bins) {
        return new Discretization(bins).of(numbers);
      }
      mustBeFew(distinct.length, "cut it into bins with --bins 4, or use --estimator ksg");
      return DiscreteSeries.of(
          Arrays.stream(numbers).mapToInt(v -> Arrays.binarySearch(distinct, v + 0.0)).toArray());
    }
    TreeMap<String, Integer> places = new TreeMap<>();
    values.forEach(value -> places.put(value, 0));
    mustVary(places.size());
    mustBeFew(places.size(), "use a column with fewer, such as a group of them");
    int next = 0;
    for (var place : places.entrySet()) {
      place.setValue(next++);
    }
    return DiscreteSeries.of(values.stream().mapToInt(places::get).toArray());
  }

  private void mustVary(int distinct) {
    if (distinct == 1) {
      throw new InvalidInput(
          "Cannot use column '%s' of %s: it has the value '%s' in every row; expected one that varies"
              .formatted(name, file, values.get(0)));
    }
  }

  private void mustBeFew(int distinct, String next) {
    if (distinct > MOST_LETTERS) {
      throw new InvalidInput(
          format(
              "Cannot use column '%s' of %s: it has %,d different values in %,d rows; expected at most %d for an estimator of discrete values; %s",
              name, file, distinct, values.size(), MOST_LETTERS, next));
    }
  }
}
