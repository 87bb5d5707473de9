package org.galton.task.judge.math.parse;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.Measure;

/** Units by symbol and by word, with their dimension and factor; prefixes of the SI are made. */
final class UnitTable {
  private static final Map<String, Integer> PREFIXES =
      Map.ofEntries(
          Map.entry("p", -12),
          Map.entry("n", -9),
          Map.entry("μ", -6),
          Map.entry("m", -3),
          Map.entry("c", -2),
          Map.entry("d", -1),
          Map.entry("k", 3),
          Map.entry("M", 6),
          Map.entry("G", 9),
          Map.entry("T", 12));
  private static final Map<String, Integer> PREFIX_WORDS =
      Map.ofEntries(
          Map.entry("nano", -9),
          Map.entry("micro", -6),
          Map.entry("milli", -3),
          Map.entry("mili", -3),
          Map.entry("centi", -2),
          Map.entry("zenti", -2),
          Map.entry("deci", -1),
          Map.entry("dezi", -1),
          Map.entry("kilo", 3),
          Map.entry("quilo", 3),
          Map.entry("mega", 6),
          Map.entry("giga", 9),
          Map.entry("кило", 3),
          Map.entry("санти", -2),
          Map.entry("милли", -3),
          Map.entry("千", 3),
          Map.entry("公", 3),
          Map.entry("厘", -2),
          Map.entry("毫", -3),
          Map.entry("キロ", 3),
          Map.entry("センチ", -2),
          Map.entry("ミリ", -3),
          Map.entry("킬로", 3),
          Map.entry("센티", -2),
          Map.entry("밀리", -3));
  private static final Map<String, Measure> SYMBOLS = new HashMap<>();
  private static final Map<String, Measure> WORDS = new HashMap<>();

  static {
    ResourceLines.of("units.txt").forEach(UnitTable::read);
  }

  private UnitTable() {}

  private static void read(String line) {
    String[] columns = line.split("\\|", -1);
    Measure unit = measure(columns[0], factor(columns[1]));
    boolean prefixed = columns[2].equals("si");
    for (String symbol : columns[3].split(" ", -1)) {
      SYMBOLS.putIfAbsent(symbol, unit);
      if (prefixed) {
        PREFIXES.forEach((p, ten) -> SYMBOLS.putIfAbsent(p + symbol, scaled(unit, ten)));
      }
    }
    for (String word : columns[4].split(" ", -1)) {
      WORDS.putIfAbsent(word, unit);
      if (prefixed) {
        PREFIX_WORDS.forEach((p, ten) -> WORDS.putIfAbsent(p + word, scaled(unit, ten)));
      }
    }
    SYMBOLS.remove("");
    WORDS.remove("");
  }

  private static BigFraction factor(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? fraction(text)
        : fraction(text.substring(0, slash)).divide(fraction(text.substring(slash + 1)));
  }

  private static BigFraction fraction(String decimal) {
    BigDecimal value = new BigDecimal(decimal);
    return NumberScanner.tenTo(new BigFraction(value.unscaledValue()), -value.scale());
  }

  private static Measure scaled(Measure unit, int ten) {
    return new Measure(unit.dimension(), NumberScanner.tenTo(unit.factor(), ten), unit.kind());
  }

  private static Measure measure(String dimension, BigFraction factor) {
    TreeMap<String, Integer> exponents = new TreeMap<>();
    for (String part : dimension.split(" ", -1)) {
      int hat = part.indexOf('^');
      exponents.put(
          hat < 0 ? part : part.substring(0, hat),
          hat < 0 ? 1 : Integer.parseInt(part.substring(hat + 1)));
    }
    Measure.Kind kind =
        switch (dimension) {
          case "degree" -> Measure.Kind.DEGREE;
          case "percent" -> Measure.Kind.PERCENT;
          default -> dimension.startsWith("money:") ? Measure.Kind.MONEY : Measure.Kind.UNIT;
        };
    return new Measure(exponents, factor, kind);
  }

  /** By its symbol, which keeps case, or by its word. */
  static Optional<Measure> named(String text) {
    Measure symbol = SYMBOLS.get(text);
    return Optional.ofNullable(symbol != null ? symbol : WORDS.get(text.toLowerCase(Locale.ROOT)));
  }

  static boolean isUnit(String text) {
    return named(text).isPresent();
  }

  static Measure currency(String sign) {
    return SYMBOLS.get(sign);
  }

  static Measure percent() {
    return WORDS.get("percent");
  }

  static Measure degree() {
    return WORDS.get("degree");
  }

  /**
   * @param scale C or F
   */
  static Measure temperature(String scale) {
    return WORDS.get(scale.equals("C") ? "celsius" : "fahrenheit");
  }
}
