package org.galton.task.judge.math.parse;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Measure;
import org.galton.task.judge.math.tree.Scalars;

/** What stands behind a number and says what it counts: cm, m/s^2, square miles, % and dollars. */
final class UnitParser {
  private static final Map<String, Integer> POWERS_BEFORE =
      Map.of("square", 2, "sq", 2, "cubic", 3, "cu", 3);
  private static final Map<String, Integer> POWERS_BEHIND = Map.of("squared", 2, "cubed", 3);

  /** Units that may follow another without a sign, as in N m; "in" and "a" are words there. */
  private static final Set<String> BESIDE = Set.of("m", "s", "h");

  private static final int LARGEST_POWER = 9;

  private final TokenCursor cursor;

  UnitParser(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** Nothing is taken where none is there. */
  Optional<Measure> unit() {
    TokenCursor.Place start = cursor.place();
    Product product = new Product();
    if (!factor(product, 1)) {
      cursor.backTo(start);
      return Optional.empty();
    }
    while (true) {
      TokenCursor.Place place = cursor.place();
      MathToken token = cursor.peek();
      boolean over = token.is("/") || (token.isWord() && token.text().equals("per"));
      boolean beside = token.isWord() && BESIDE.contains(token.text());
      if (over || token.is("*")) {
        cursor.next();
      } else if (!beside) {
        return Optional.of(product.measure());
      }
      if (product.isAlone || !factor(product, over ? -1 : 1)) {
        cursor.backTo(place);
        return Optional.of(product.measure());
      }
    }
  }

  /** Degrees of an angle, or of a temperature. */
  Measure degrees() {
    MathToken token = cursor.peek();
    boolean scale =
        token.isWord()
            && (token.text().equals("C")
                || token.text().equals("F")
                || token.text().equalsIgnoreCase("celsius")
                || token.text().equalsIgnoreCase("fahrenheit"));
    if (!scale) {
      return UnitTable.degree();
    }
    cursor.next();
    return UnitTable.temperature(token.text().substring(0, 1).toUpperCase(Locale.ROOT));
  }

  /** Of 24 dollars or USD behind the sign. */
  void currencyName(Measure currency) {
    MathToken token = cursor.peek();
    if (token.isWord() && UnitTable.named(token.text()).filter(currency::equals).isPresent()) {
      cursor.next();
    }
  }

  private boolean factor(Product product, int sign) {
    MathToken token = cursor.peek();
    if (token.kind() == Kind.MARK && token.text().startsWith("money")) {
      cursor.next();
      product.multiply(UnitTable.currency(token.text().substring("money".length())), sign);
      return true;
    }
    if (!token.isWord()) {
      return false;
    }
    int power = POWERS_BEFORE.getOrDefault(token.text().toLowerCase(Locale.ROOT), 0);
    if (power > 0) {
      cursor.next();
      cursor.take(".");
      token = cursor.peek();
    }
    Optional<Measure> unit = token.isWord() ? UnitTable.named(token.text()) : Optional.empty();
    if (unit.isEmpty() || (unit.get().kind() != Measure.Kind.UNIT && power > 0)) {
      return false;
    }
    cursor.next();
    if (unit.get().kind() == Measure.Kind.DEGREE) {
      product.multiply(degrees(), sign);
      return true;
    }
    product.multiply(unit.get(), sign * (power > 0 ? power : powerBehind()));
    return true;
  }

  private int powerBehind() {
    MathToken token = cursor.peek();
    String word = token.isWord() ? token.text().toLowerCase(Locale.ROOT) : "";
    if (POWERS_BEHIND.containsKey(word)) {
      cursor.next();
      return POWERS_BEHIND.get(word);
    }
    if (!token.is("^")) {
      return 1;
    }
    cursor.next();
    boolean grouped = cursor.take("{");
    boolean negative = cursor.take("-");
    MathToken exponent = cursor.next();
    if (grouped) {
      cursor.expect("}");
    }
    boolean small =
        exponent.kind() == Kind.NUMBER
            && Scalars.isWhole(exponent.number())
            && bounded(exponent.number());
    if (!small) {
      throw cursor.refuse();
    }
    int power = exponent.number().value().intValue();
    return negative ? -power : power;
  }

  private static boolean bounded(MathNode.Literal literal) {
    return literal.value().getNumerator().abs().compareTo(BigInteger.valueOf(LARGEST_POWER)) <= 0;
  }

  /** Units multiplied so far. */
  private static final class Product {
    private final TreeMap<String, Integer> dimension = new TreeMap<>();
    private BigFraction factor = BigFraction.ONE;
    private Measure.Kind kind = Measure.Kind.UNIT;
    private int units;
    private boolean isAlone;

    void multiply(Measure unit, int power) {
      unit.dimension().forEach((name, n) -> dimension.merge(name, n * power, Integer::sum));
      dimension.values().removeIf(n -> n == 0);
      factor = factor.multiply(unit.factor().pow(power));
      units++;
      kind = units == 1 ? unit.kind() : Measure.Kind.UNIT;
      isAlone = unit.kind() == Measure.Kind.PERCENT || units > 6;
    }

    Measure measure() {
      return new Measure(dimension, factor, kind);
    }
  }
}
