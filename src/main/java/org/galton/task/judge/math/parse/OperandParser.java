package org.galton.task.judge.math.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathConstant;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Scalars;

/** What stands between operators: numbers, names, fractions, roots, functions, brackets. */
final class OperandParser {
  private static final String APPLIED = "fghFGHPQ";
  private static final int LONGEST_PRODUCT = 3;

  /** Letters that are a unit where a blank is before them. */
  private static final String UNIT_LETTERS = "mgshlLVWNJAK";

  private final TokenCursor cursor;
  private final Set<String> letters;
  private final ExpressionParser expressions;
  private final FunctionParser functions;
  private final BracketParser brackets;
  private final NumberParser numbers;
  private int absolutes;

  OperandParser(TokenCursor cursor, Set<String> letters, ListParser lists) {
    this.cursor = cursor;
    this.letters = letters;
    this.expressions = new ExpressionParser(cursor, this);
    this.functions = new FunctionParser(cursor, this);
    this.brackets = new BracketParser(cursor, lists);
    this.numbers = new NumberParser(cursor);
  }

  ExpressionParser expressions() {
    return expressions;
  }

  MathNode operand(int least) {
    cursor.countNode();
    MathToken token = cursor.peek();
    return switch (token.kind()) {
      case NUMBER -> numbers.number();
      case NAME -> named(cursor.next().text());
      case LETTERS, UPRIGHT -> letters();
      case COMMAND -> functions.command();
      case MARK -> marked(least);
      case UNKNOWN, END -> throw NotMathematics.here();
    };
  }

  private MathNode marked(int least) {
    int sign = Math.max(least, ExpressionParser.SIGN);
    return switch (cursor.peek().text()) {
      case "-" -> {
        cursor.next();
        yield new MathNode.Negative(ExpressionParser.scalar(expressions.expression(sign)));
      }
      case "+" -> {
        cursor.next();
        yield ExpressionParser.scalar(expressions.expression(sign));
      }
      case "+-", "-+" -> {
        int first = cursor.next().is("+-") ? 1 : -1;
        yield new MathNode.PlusMinus(first, ExpressionParser.scalar(expressions.expression(sign)));
      }
      case "|" -> absolute();
      case "lfloor" -> enclosed(MathFunction.FLOOR, "rfloor");
      case "lceil" -> enclosed(MathFunction.CEILING, "rceil");
      case "infty" -> {
        cursor.next();
        yield new MathNode.Constant(MathConstant.INFINITY);
      }
      default -> inBrackets();
    };
  }

  /** Within brackets a bar opens again. */
  private MathNode inBrackets() {
    int outside = absolutes;
    absolutes = 0;
    try {
      return brackets.bracketed();
    } finally {
      absolutes = outside;
    }
  }

  boolean isInAbsolute() {
    return absolutes > 0;
  }

  private MathNode absolute() {
    absolutes++;
    try {
      return enclosed(MathFunction.ABS, "|");
    } finally {
      absolutes--;
    }
  }

  private MathNode enclosed(MathFunction function, String close) {
    cursor.next();
    MathNode of = ExpressionParser.scalar(expressions.expression(ExpressionParser.LOOSEST));
    cursor.expect(close);
    return new MathNode.Call(function, List.of(of));
  }

  private MathNode letters() {
    MathToken token = cursor.peek();
    String word = token.text();
    var function = MathFunction.named(word);
    if (function.isPresent()) {
      cursor.next();
      return functions.applied(function.get());
    }
    if (word.length() == 1) {
      cursor.next();
      return named(word);
    }
    if (token.kind() == Kind.UPRIGHT || word.length() > LONGEST_PRODUCT) {
      throw NotMathematics.here();
    }
    cursor.next();
    List<MathNode> factors = new ArrayList<>();
    for (int i = 0; i < word.length(); i++) {
      factors.add(letter(word.substring(i, i + 1)));
    }
    return lastRaised(factors);
  }

  /** In ab^2 only the b is squared. */
  private MathNode lastRaised(List<MathNode> factors) {
    if (cursor.peek().is("^")) {
      int last = factors.size() - 1;
      cursor.next();
      factors.set(last, new MathNode.Power(factors.get(last), tight()));
    }
    return new MathNode.Product(List.copyOf(factors));
  }

  private MathNode named(String name) {
    MathToken open = cursor.peek();
    boolean applied =
        name.length() > 0
            && APPLIED.indexOf(name.charAt(0)) >= 0
            && !letters.contains(name)
            && open.is("(")
            && !open.spaced();
    if (!applied) {
      return letter(name);
    }
    cursor.countName(name);
    return new MathNode.Opaque(name, arguments());
  }

  private MathNode letter(String name) {
    if (!letters.contains(name)) {
      Optional<MathConstant> constant = constant(name);
      if (constant.isPresent()) {
        return new MathNode.Constant(constant.get());
      }
    }
    cursor.countName(name);
    cursor.countNode();
    return new MathNode.Name(name);
  }

  private static Optional<MathConstant> constant(String name) {
    return switch (name) {
      case "e" -> Optional.of(MathConstant.E);
      case "i" -> Optional.of(MathConstant.I);
      case "pi" -> Optional.of(MathConstant.PI);
      default -> Optional.empty();
    };
  }

  /** What stands in brackets, as arguments of a function. */
  List<MathNode> arguments() {
    MathNode inside = inBrackets();
    if (inside instanceof MathNode.Bracketed several) {
      several.items().forEach(ExpressionParser::scalar);
      if (several.items().isEmpty()) {
        throw NotMathematics.here();
      }
      return several.items();
    }
    return List.of(ExpressionParser.scalar(inside));
  }

  /** An exponent or an index: a group, or one operand. */
  MathNode tight() {
    cursor.deeper();
    MathToken token = cursor.peek();
    MathNode exponent;
    if (token.is("-") || token.is("+")) {
      cursor.next();
      MathNode of = tight();
      exponent = token.is("-") ? new MathNode.Negative(of) : of;
    } else {
      boolean run = token.isWord() && token.text().length() > 1;
      if (run && MathFunction.named(token.text()).isEmpty()) {
        throw cursor.refuse();
      }
      exponent = ExpressionParser.scalar(operand(ExpressionParser.POWER));
      if (cursor.peek().is("!") && !token.is("{")) {
        throw cursor.refuse();
      }
      if (cursor.peek().is("^")) {
        cursor.next();
        exponent = new MathNode.Power(exponent, tight());
      }
    }
    cursor.shallower();
    return exponent;
  }

  /** The circle of degrees, behind the sign of a power. */
  boolean takeCircle() {
    if (cursor.take("circ") || cursor.take("deg")) {
      return true;
    }
    boolean grouped = cursor.peek().is("{") && cursor.peek(2).is("}");
    if (!grouped || !(cursor.peek(1).is("circ") || cursor.peek(1).is("deg"))) {
      return false;
    }
    cursor.next();
    cursor.next();
    cursor.next();
    return true;
  }

  /** Whether the next token multiplies what stands before. */
  boolean continues(MathNode left) {
    MathToken token = cursor.peek();
    if (!begins(token) || !Scalars.isScalar(left)) {
      return false;
    }
    if (!token.isWord()) {
      return true;
    }
    String word = token.text();
    boolean unit = UnitTable.isUnit(word) && Constants.isConstant(left);
    boolean single = word.length() == 1;
    if (MathFunction.named(word).isPresent()) {
      return true;
    }
    if (token.kind() == Kind.UPRIGHT) {
      return false;
    }
    if (single) {
      MathToken after = cursor.peek(1);
      boolean inSentence = after.isWord() && after.spaced() && after.text().length() > 1;
      boolean unitLetter = unit && UNIT_LETTERS.contains(word);
      return !(token.spaced() && (unitLetter || inSentence));
    }
    return !token.spaced() && !unit;
  }

  /** Whether it may begin an operand right behind another. */
  boolean begins(MathToken token) {
    return switch (token.kind()) {
      case NAME, COMMAND -> true;
      case LETTERS, UPRIGHT ->
          MathFunction.named(token.text()).isPresent()
              || token.text().length() == 1
              || (token.text().length() <= LONGEST_PRODUCT
                  && token.kind() == Kind.LETTERS
                  && !token.spaced());
      case MARK -> token.is("(") || token.is("{");
      case NUMBER, UNKNOWN, END -> false;
    };
  }
}
