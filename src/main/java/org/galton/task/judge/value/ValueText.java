package org.galton.task.judge.value;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;

/** The part of a place in which its answer stands: a sentence, without markup before it. */
final class ValueText {
  private static final Pattern MARKUP =
      Pattern.compile("^(?:[\\s*_`:\"~≈]|\\\\(?:quad\\b|approx\\b|[,;: ]))+");

  private static final Pattern DETERMINER =
      Pattern.compile("^(?i:the)\\s+(?:(?:number|value)\\s+)?");

  /** A period that ends a sentence: none of an abbreviation. */
  private static final Pattern SENTENCE_END = Pattern.compile("[^.][.!?](?:\\s|$)");

  private static final Pattern ABBREVIATION =
      Pattern.compile("(?:^|[^A-Za-z])[A-Za-z]\\.[A-Za-z]$");

  /** Where another clause begins with an article, which is no item of a list. */
  private static final Pattern ARTICLE = Pattern.compile(",\\s+(?:a|an|A|An|I|i)\\s+[A-Za-z]");

  private static final Pattern RANGE =
      Pattern.compile("^([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s?[-–]\\s?([0-9]{1,9}(?:\\.[0-9]{1,9})?)$");

  private ValueText() {}

  /** The first sentence behind a marker. */
  static String sentence(String region) {
    String plain = MathSigns.blanked(region);
    String text = plain.substring(0, sentenceEnd(plain, region));
    Matcher markup = MARKUP.matcher(text);
    String bare = DETERMINER.matcher(markup.replaceFirst("")).replaceFirst("");
    if (region.startsWith("_") && bare.endsWith("_")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    Matcher article = ARTICLE.matcher(bare);
    return article.find() ? bare.substring(0, article.start()) : bare;
  }

  /** An exclamation mark within the signs of a span is a factorial. */
  private static int sentenceEnd(String plain, String region) {
    Matcher end = SENTENCE_END.matcher(plain);
    for (int from = 0; end.find(from); ) {
      int sign = end.start() + Character.charCount(plain.codePointAt(end.start()));
      boolean outside =
          sign + 1 >= region.length() || plain.charAt(sign + 1) == region.charAt(sign + 1);
      if (outside && !ABBREVIATION.matcher(plain.substring(0, sign)).find()) {
        return sign;
      }
      from = sign;
    }
    return plain.length();
  }

  /** The content of a box, a tag or a span. */
  static String content(String content) {
    return MARKUP.matcher(MathSigns.blanked(content)).replaceFirst("").strip();
  }

  /** Pages 12-15 are no difference: the first number is the smaller one. */
  static boolean isRange(String text) {
    if (text.indexOf('-') < 0 && text.indexOf('–') < 0) {
      return false;
    }
    Matcher range = RANGE.matcher(text.strip());
    return range.matches()
        && (text.contains("–")
            || new BigDecimal(range.group(1)).compareTo(new BigDecimal(range.group(2))) < 0);
  }
}
