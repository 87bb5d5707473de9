package org.galton.model.llama.adapter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.galton.model.llama.config.ConfigNode;

/**
 * A regular expression of an adapter's configuration, matched in a time that it does not choose.
 */
final class ModulePattern {
  private static final int LONGEST = 10_000;

  private ModulePattern() {}

  /**
   * @throws org.galton.spec.InvalidInput when it is none, or has what RE2 has not, such as a
   *     look-ahead
   */
  static Pattern of(ConfigNode node, String key, String expression) {
    if (expression.length() > LONGEST) {
      throw node.invalid(key, "regular expressions of at most %,d characters".formatted(LONGEST));
    }
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw node.invalid(
          key,
          "a regular expression without look-ahead and back-references, as RE2 reads it (%s); a list of modules in its place says the same"
              .formatted(e.getDescription()));
    }
  }
}
