package org.galton.model.jinja;

import java.util.List;
import java.util.Map;
import org.galton.spec.InvalidInput;

/** A template that was read and can be filled in. */
public final class JinjaTemplate {
  /** Five times the longest that is published. */
  private static final int LONGEST = 250_000;

  private final String name;
  private final List<Statement> statements;

  private JinjaTemplate(String name, List<Statement> statements) {
    this.name = name;
    this.statements = statements;
  }

  /**
   * @param name what errors call it, such as its file
   * @throws InvalidInput naming the line and what is wrong or not supported there
   */
  public static JinjaTemplate read(String name, String template) {
    if (template.length() > LONGEST) {
      throw new InvalidInput(
          "Cannot read %s: it has %d characters, expected at most %d"
              .formatted(name, template.length(), LONGEST));
    }
    try {
      return new JinjaTemplate(name, TemplateParser.parse(template));
    } catch (StackOverflowError e) {
      throw new InvalidInput("Cannot read " + name + ": it is nested too deep");
    } catch (TemplateProblem e) {
      throw new InvalidInput(
          "Cannot read %s line %d: %s".formatted(name, e.lineOr(1), e.getMessage()));
    }
  }

  /**
   * The text, a function of the variables alone.
   *
   * @param variables null, {@link Boolean}, {@link Long}, {@link Double}, {@link String}, lists and
   *     mappings of them, by name
   * @throws InvalidInput when the template refuses them, or asks them for what they do not have
   */
  public String render(Map<String, Object> variables) {
    return render(variables, new Rendering(Rendering.Absent.BLANK));
  }

  /**
   * The same where every name, attribute and item that the template comes to has to be there.
   *
   * @throws InvalidInput also when one is not
   */
  public String renderWhole(Map<String, Object> variables) {
    return render(variables, new Rendering(Rendering.Absent.REFUSED));
  }

  private String render(Map<String, Object> variables, Rendering rendering) {
    StringBuilder out = new StringBuilder();
    try {
      Statement.all(statements, Scope.of(variables, rendering), out);
      return out.toString();
    } catch (StackOverflowError e) {
      throw new InvalidInput("Cannot render " + name + ": it is nested too deep");
    } catch (TemplateProblem e) {
      throw new InvalidInput(
          "Cannot render %s line %d: %s"
              .formatted(name, e.lineOr(rendering.line()), e.getMessage()));
    }
  }
}
