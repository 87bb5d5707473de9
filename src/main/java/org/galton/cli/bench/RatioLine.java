package org.galton.cli.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.bench.Ratio;

/**
 * A ratio as a page shows it.
 *
 * @param command below {@code galton bench} that measures it: with other options it is another one
 * @param measured on this day
 */
record RatioLine(String command, Ratio ratio, LocalDate measured) {
  static final List<String> HEADINGS =
      List.of("galton bench", "ratio of", "against", "value", "better", "measured");

  private static final MathContext DIGITS = new MathContext(3);

  List<String> cells() {
    return List.of(
        command,
        ratio.name(),
        ratio.against(),
        BigDecimal.valueOf(ratio.value()).round(DIGITS).toPlainString(),
        ratio.better().name().toLowerCase(Locale.ROOT),
        measured.toString());
  }

  String markdown() {
    return row(cells().stream());
  }

  static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with the line
   */
  static RatioLine of(String markdown) {
    String line = markdown.strip();
    if (!line.startsWith("| ") || !line.endsWith(" |")) {
      throw new IllegalArgumentException("expected a row of a table, which begins and ends with |");
    }
    List<String> cells =
        Stream.of(line.substring(2, line.length() - 2).split(" \\| ", -1))
            .map(String::strip)
            .toList();
    if (cells.size() != HEADINGS.size()) {
      throw new IllegalArgumentException(
          "%d cells, expected the %d of %s"
              .formatted(cells.size(), HEADINGS.size(), String.join(", ", HEADINGS)));
    }
    Ratio ratio = new Ratio(cells.get(1), cells.get(2), number(cells.get(3)), better(cells.get(4)));
    return new RatioLine(cells.get(0), ratio, day(cells.get(5)));
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("value '" + cell + "', expected a positive number", e);
    }
  }

  private static Ratio.Better better(String cell) {
    for (Ratio.Better better : Ratio.Better.values()) {
      if (better.name().toLowerCase(Locale.ROOT).equals(cell)) {
        return better;
      }
    }
    throw new IllegalArgumentException("better '" + cell + "', expected higher or lower");
  }

  private static LocalDate day(String cell) {
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "measured '" + cell + "', expected a day such as 2026-11-30", e);
    }
  }

  /** Whether both are of one benchmark with one setting. */
  boolean isSameAs(RatioLine other) {
    return command.equals(other.command)
        && ratio.name().equals(other.ratio.name())
        && ratio.against().equals(other.ratio.against());
  }
}
