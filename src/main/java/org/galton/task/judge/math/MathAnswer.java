package org.galton.task.judge.math;

import java.util.Set;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Scalars;

/** What was read from a text: one mathematical thing, or words. Immutable. */
public final class MathAnswer {
  private final MathNode node;
  private final String words;
  private final Set<String> letters;

  private MathAnswer(MathNode node, String words, Set<String> letters) {
    this.node = node;
    this.words = words;
    this.letters = Set.copyOf(letters);
  }

  static MathAnswer of(MathNode node, Set<String> letters) {
    return new MathAnswer(Signs.expanded(node), "", letters);
  }

  /** An answer in words, compared whole but for case, articles and a period at the end. */
  public static MathAnswer text(String text) {
    return new MathAnswer(null, TextForm.of(text), Set.of());
  }

  /** Whether it was made of words. */
  public boolean isText() {
    return node == null;
  }

  /** Whether it is one number without names, perhaps with a unit. */
  public boolean isNumber() {
    MathNode value = node instanceof MathNode.Measured measured ? measured.value() : node;
    return value != null && Scalars.isScalar(value) && Constants.isConstant(value);
  }

  /** Whether it is several values: a list, a set, a tuple, an interval. */
  public boolean isList() {
    MathNode values = node == null ? null : Readings.withoutElement(node);
    return values instanceof MathNode.Listed || values instanceof MathNode.Bracketed;
  }

  /** Names that were read as such though they are constants elsewhere: the e of {@code e = 1/2}. */
  public Set<String> letters() {
    return letters;
  }

  /**
   * The text by which votes are counted: equal values have the same one. Decimals that stand for
   * another value, percent without its sign and missing units do not enter it, since equality by
   * these is not transitive.
   */
  public String normalForm() {
    return node == null ? words : NormalForm.of(node);
  }

  /** Null for words. */
  MathNode node() {
    return node;
  }
}
