package org.galton.task.judge.math;

import java.util.Locale;
import java.util.Set;
import org.galton.task.judge.math.tree.MathNode;

/** What was read from a text: one mathematical thing, or words. Immutable. */
public final class MathAnswer {
  private final MathNode node;
  private final String words;

  private MathAnswer(MathNode node, String words) {
    this.node = node;
    this.words = words;
  }

  static MathAnswer of(MathNode node) {
    return new MathAnswer(node, "");
  }

  /** An answer in words, compared whole but for case, articles and a period at the end. */
  public static MathAnswer text(String text) {
    return new MathAnswer(null, text.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether it was made of words. */
  public boolean isText() {
    return node == null;
  }

  /** Whether it is one number, perhaps with a unit. */
  public boolean isNumber() {
    return node instanceof MathNode.Literal;
  }

  /** Whether it is one value of numbers and constants alone, perhaps with a unit. */
  public boolean isConstant() {
    return node != null && ConstantNodes.isConstant(node);
  }

  /** Whether it is several values in a list, a set, a tuple. */
  public boolean isList() {
    return node instanceof MathNode.Listed || node instanceof MathNode.Bracketed;
  }

  /** Names on its left side that would else be constants: the e of {@code e = 1/2}. */
  public Set<String> letters() {
    return Set.of();
  }

  /** The same text for equal answers, by which votes are counted. */
  public String normalForm() {
    return node instanceof MathNode.Literal number ? number.value().toString() : words;
  }

  MathNode node() {
    return node;
  }
}
