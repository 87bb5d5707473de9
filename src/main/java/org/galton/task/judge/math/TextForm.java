package org.galton.task.judge.math;

import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Words without what does not count: commands and braces of LaTeX, dollar signs, blanks, a period
 * at the end, articles, case; a single letter keeps its case and loses its brackets.
 */
final class TextForm {
  private static final int LONGEST = 4096;
  private static final Pattern COMMANDS =
      Pattern.compile("\\\\(?:text|textbf|textit|textrm|mathrm|mathbf|mbox|boxed)\\b|[{}$*`\"]");
  private static final Pattern SPACES = Pattern.compile("\\\\[ ,;:!]|[\\s~\\x{00A0}]+");
  private static final Pattern END = Pattern.compile("[\\s.,;!]+$");
  private static final Pattern ARTICLES = Pattern.compile("\\b(?:a|an|the) ");
  private static final Pattern LETTER = Pattern.compile("\\(([A-Za-z])\\)|\\[([A-Za-z])\\]");

  private TextForm() {}

  static String of(String text) {
    String head = text.substring(0, Math.min(text.length(), LONGEST));
    String plain = Normalizer.normalize(head, Normalizer.Form.NFKC);
    plain = COMMANDS.matcher(plain).replaceAll("");
    plain = SPACES.matcher(plain).replaceAll(" ");
    plain = END.matcher(plain.strip()).replaceAll("");
    if (LETTER.matches(plain)) {
      plain = plain.substring(1, 2);
    }
    if (plain.length() == 1) {
      return plain;
    }
    String lower = plain.toLowerCase(Locale.ROOT);
    return ARTICLES.matcher(lower).replaceAll("").strip();
  }
}
