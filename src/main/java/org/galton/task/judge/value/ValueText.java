package org.galton.task.judge.value;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;

/** The part of a place in which its answer stands: a sentence, without markup before it. */
final class ValueText {
  private static final Pattern MARKUP = Pattern.compile("^(?:[\\s*_`:\"]|\\\\(?:quad|[,;: ]))+");

  /** A period that ends a sentence: none of an abbreviation. */
  private static final Pattern SENTENCE_END = Pattern.compile("[^.\\s][.!?](?:\\s|$)");

  private static final Pattern ABBREVIATION =
      Pattern.compile("(?:^|[^A-Za-z])[A-Za-z]\\.[A-Za-z]$");

  /** Where another clause begins with an article, which is no item of a list. */
  private static final Pattern ARTICLE = Pattern.compile(",\\s+(?:a|an|A|An|I|i)\\s+[A-Za-z]");

  private static final Pattern RANGE =
      Pattern.compile("^([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s?[-–]\\s?([0-9]{1,9}(?:\\.[0-9]{1,9})?)$");

  private ValueText() {}

  /** The first sentence behind a marker. */
  static String sentence(String region) {
    String text = MARKUP.matcher(MathSigns.blanked(region)).replaceFirst("");
    Matcher end = SENTENCE_END.matcher(text);
    int from = 0;
    while (end.find(from)) {
      int period = end.start() + Character.charCount(text.codePointAt(end.start()));
      if (!ABBREVIATION.matcher(text.substring(0, period)).find()) {
        return withoutArticle(text.substring(0, period));
      }
      from = period;
    }
    return withoutArticle(text);
  }

  /** The content of a box, a tag or a span. */
  static String content(String content) {
    return MARKUP.matcher(MathSigns.blanked(content)).replaceFirst("").strip();
  }

  /** Pages 12-15 are no difference: the first number is the smaller one. */
  static boolean isRange(String text) {
    Matcher range = RANGE.matcher(text.strip());
    return range.matches()
        && (text.contains("–")
            || new BigDecimal(range.group(1)).compareTo(new BigDecimal(range.group(2))) < 0);
  }

  private static String withoutArticle(String text) {
    Matcher article = ARTICLE.matcher(text);
    return article.find() ? text.substring(0, article.start()) : text;
  }
}
