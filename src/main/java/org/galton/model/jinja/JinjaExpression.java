package org.galton.model.jinja;

import java.util.Map;
import org.galton.spec.InvalidInput;

/**
 * One of Jinja's expressions, such as {@code answer.split('####')[-1]}, with the same bounds as a
 * template.
 */
public final class JinjaExpression {
  private final String name;
  private final Expression expression;

  private JinjaExpression(String name, Expression expression) {
    this.name = name;
    this.expression = expression;
  }

  /**
   * @param name what errors call it
   * @throws InvalidInput saying what is wrong or not supported
   */
  public static JinjaExpression read(String name, String text) {
    try {
      Tokens tokens = new Tokens(TemplateScanner.tokens("{{ " + text + " }}"));
      tokens.expect(Token.Kind.PRINT_BEGIN, "an expression");
      Expression expression = new ExpressionParser(tokens).tuple();
      tokens.expect(Token.Kind.PRINT_END, "the end of the expression");
      tokens.expect(Token.Kind.END, "the end of the expression");
      return new JinjaExpression(name, expression);
    } catch (StackOverflowError e) {
      throw new InvalidInput("Cannot read " + name + ": it is nested too deep");
    } catch (TemplateProblem e) {
      throw new InvalidInput("Cannot read %s: %s".formatted(name, e.getMessage()));
    }
  }

  /**
   * The value, a function of the variables alone: null, {@link Boolean}, {@link Long}, {@link
   * Double}, {@link String}, lists and mappings of them.
   *
   * @throws InvalidInput when it asks the variables for what they do not have, or has no such value
   */
  public Object value(Map<String, Object> variables) {
    Rendering rendering = new Rendering(Rendering.Absent.REFUSED);
    try {
      Object value = expression.value(Scope.of(variables, rendering));
      if (value instanceof Undefined absent) {
        throw absent.asProblem();
      }
      return value;
    } catch (StackOverflowError e) {
      throw new InvalidInput("Cannot evaluate " + name + ": it is nested too deep");
    } catch (TemplateProblem e) {
      throw new InvalidInput("Cannot evaluate %s: %s".formatted(name, e.getMessage()));
    }
  }
}
