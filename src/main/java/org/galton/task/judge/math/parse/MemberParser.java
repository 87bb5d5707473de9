package org.galton.task.judge.math.parse;

import com.google.re2j.Pattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Measure;
import org.galton.task.judge.math.tree.Scalars;

/** An expression with what it counts, a ratio, a time of day, a number in words. */
final class MemberParser {
  /** Letters in a row that are a product and no word. */
  private static final Pattern PRODUCT = Pattern.compile("[abc]{2,3}|[xyz]{2,3}");

  private static final BigInteger HOURS = BigInteger.valueOf(24);
  private static final BigInteger MINUTES = BigInteger.valueOf(59);

  private final TokenCursor cursor;
  private final ExpressionParser expressions;
  private final UnitParser units;

  MemberParser(TokenCursor cursor, OperandParser operands) {
    this.cursor = cursor;
    this.expressions = operands.expressions();
    this.units = new UnitParser(cursor);
  }

  MathNode member() {
    MathToken first = cursor.peek();
    if (first.isWord()) {
      Optional<MathNode.Literal> number = NumberWords.read(cursor);
      if (number.isPresent()) {
        return withUnit(number.get());
      }
    }
    if (isMoney(first)) {
      return money();
    }
    if (first.is("-") && isMoney(cursor.peek(1))) {
      cursor.next();
      MathNode.Measured amount = money();
      return new MathNode.Measured(new MathNode.Negative(amount.value()), amount.measure());
    }
    TokenCursor.Place place = cursor.place();
    MathNode value = expressions.expression(ExpressionParser.LOOSEST);
    boolean oneRun =
        first.isWord()
            && first.text().length() > 1
            && cursor.place().at() == place.at() + 1
            && value instanceof MathNode.Product;
    if (oneRun && (!PRODUCT.matches(first.text()) || first.text().equals("cab"))) {
      throw NotMathematics.here();
    }
    return Scalars.isScalar(value) ? withUnit(value) : value;
  }

  private static boolean isMoney(MathToken token) {
    return token.kind() == Kind.MARK && token.text().startsWith("money");
  }

  private MathNode.Measured money() {
    Measure currency = UnitTable.currency(cursor.next().text().substring("money".length()));
    MathNode amount = ExpressionParser.scalar(expressions.expression(ExpressionParser.LOOSEST));
    units.currencyName(currency);
    return new MathNode.Measured(amount, currency);
  }

  private MathNode withUnit(MathNode value) {
    if (cursor.take("%")) {
      return new MathNode.Measured(value, UnitTable.percent());
    }
    if (value instanceof MathNode.Call call && call.function() == MathFunction.DEGREES) {
      return new MathNode.Measured(call.arguments().get(0), units.degrees());
    }
    Optional<Measure> unit = units.unit();
    return unit.isPresent() ? new MathNode.Measured(value, unit.get()) : value;
  }

  /** 9:4, or 7:45, where minutes have two digits. */
  MathNode ratio(MathNode left) {
    List<MathNode> terms = new ArrayList<>();
    terms.add(left);
    boolean time = isBelow(left, HOURS);
    StringBuilder clock = new StringBuilder(Scalars.isWhole(left) ? number(left) : "");
    TokenCursor.Place place = cursor.place();
    try {
      while (cursor.take(":")) {
        MathToken token = cursor.peek();
        boolean minutes = token.kind() == Kind.NUMBER && token.text().length() == 2 && time;
        MathNode term =
            minutes
                ? cursor.next().number()
                : ExpressionParser.scalar(expressions.expression(ExpressionParser.LOOSEST));
        time = minutes && isBelow(term, MINUTES);
        clock.append(':').append(token.text());
        terms.add(term);
      }
    } catch (NotMathematics e) {
      cursor.backTo(place);
      return left;
    }
    ExpressionParser.scalar(left);
    if (!time) {
      return new MathNode.Ratio(List.copyOf(terms));
    }
    return new MathNode.Clock(clock + halfOfDay());
  }

  private static String number(MathNode whole) {
    return ((MathNode.Literal) whole).value().getNumerator().toString();
  }

  private static boolean isBelow(MathNode node, BigInteger most) {
    return Scalars.isWhole(node)
        && node instanceof MathNode.Literal literal
        && literal.value().compareTo(BigFraction.ZERO) >= 0
        && literal.value().getNumerator().compareTo(most) <= 0;
  }

  private String halfOfDay() {
    MathToken token = cursor.peek();
    String word = token.isWord() ? token.text().toLowerCase(java.util.Locale.ROOT) : "";
    if (word.equals("am") || word.equals("pm")) {
      cursor.next();
      return " " + word;
    }
    boolean dotted =
        (word.equals("a") || word.equals("p"))
            && cursor.peek(1).is(".")
            && cursor.peek(2).isWord()
            && cursor.peek(2).text().equalsIgnoreCase("m");
    if (!dotted) {
      return "";
    }
    cursor.next();
    cursor.next();
    cursor.next();
    cursor.take(".");
    return " " + word + "m";
  }
}
