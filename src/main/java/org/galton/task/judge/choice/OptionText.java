package org.galton.task.judge.choice;

import com.google.re2j.Pattern;
import java.util.Locale;

/** A text without what does not count: case, punctuation, articles, blanks. */
final class OptionText {
  private static final Pattern STYLING =
      Pattern.compile("\\\\(?:text|textbf|mathrm|mathbf|operatorname)\\b|\\\\[()\\[\\] ,;!]");

  private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
  private static final Pattern ARTICLES = Pattern.compile("\\b(?:a|an|the)\\b");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private OptionText() {}

  static String normal(String text) {
    String plain = STYLING.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    String words = ARTICLES.matcher(PUNCTUATION.matcher(plain).replaceAll("")).replaceAll(" ");
    return BLANKS.matcher(words).replaceAll(" ").strip();
  }
}
