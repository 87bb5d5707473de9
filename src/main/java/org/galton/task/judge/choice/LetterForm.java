package org.galton.task.judge.choice;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.answer.AnswerTrail;

/**
 * How a letter is written at the beginning of a text: {@code C}, {@code (C)}, {@code C)}, {@code
 * \text{(C)}}, {@code C: a horse}. A capital that begins a sentence is none.
 */
record LetterForm(Options options, AnswerSearch search) {
  private static final String OPEN =
      "^(?:[\\s*_`$:\"'{\\[]|\\\\(?:text|textbf|mathrm|mathbf|operatorname)\\b|\\\\[(\\[]"
          + "|(?i:(?:option|choice|letter)\\s))*";

  private static final Pattern BRACKETED = Pattern.compile(OPEN + "\\(\\s*([A-Za-z])\\s*\\)");
  private static final Pattern BARE = Pattern.compile(OPEN + "([A-Za-z])(?:[^A-Za-z0-9'^_+=]|$)");
  private static final Pattern MARKED =
      Pattern.compile("^[\\s*_`$}\\]\"]*(?:[).:,;!?\\]–—-]|\\\\[)\\]])");
  private static final Pattern ENDED = Pattern.compile("^[\\s*_`$}\\]\"'.]*$");

  private static final Pattern ANOTHER =
      Pattern.compile(
          "^[\\s*_`$}).\\]]*(?:,|/|&|(?i:and|or)\\b)\\s*(?:(?i:and|or|also)\\s+)?"
              + "[*_`$\\s]*(?:\\(\\s*[A-Za-z]\\s*\\)|[A-Z](?:[^A-Za-z0-9']|$))");

  /** What a text says. */
  enum Said {
    ONE,
    SEVERAL,
    NONE
  }

  /**
   * @param letter meaningless unless one was said
   */
  record Letter(Said said, char letter) {
    static final Letter NONE = new Letter(Said.NONE, ' ');
    static final Letter SEVERAL = new Letter(Said.SEVERAL, ' ');
  }

  /** The letter or the option's text that a text begins with. */
  Letter at(String text) {
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.find()) {
      return letter(bracketed.group(1), text.substring(bracketed.end()));
    }
    Matcher bare = BARE.matcher(text);
    if (bare.find()) {
      String rest = text.substring(bare.end(1));
      if (isEnded(bare.group(1), rest) || ANOTHER.matcher(rest).find()) {
        return letter(bare.group(1), rest);
      }
    }
    return options.withText(text).map(letter -> new Letter(Said.ONE, letter)).orElse(Letter.NONE);
  }

  /** A line that is nothing but a letter and perhaps its option's text. */
  Optional<Character> line(String line) {
    if (options.withText(line).isPresent()) {
      return options.withText(line);
    }
    Matcher written = BRACKETED.matcher(line);
    Matcher bare = BARE.matcher(line);
    Matcher match = written.find() ? written : bare.find() ? bare : null;
    if (match == null) {
      return Optional.empty();
    }
    String rest = line.substring(match.end(1));
    return options
        .letterOf(match.group(1))
        .filter(letter -> isCapital(match.group(1)) || match == written)
        .filter(letter -> OptionText.normal(rest).isEmpty() || options.hasText(letter, rest));
  }

  private Letter letter(String written, String rest) {
    Optional<Character> letter = options.letterOf(written);
    if (letter.isEmpty()) {
      return Letter.NONE;
    }
    return ANOTHER.matcher(rest).find() ? Letter.SEVERAL : new Letter(Said.ONE, letter.get());
  }

  /** Whether it is no first word of a sentence, nor an article. */
  private boolean isEnded(String written, String rest) {
    return ENDED.matcher(rest).find()
        || MARKED.matcher(rest).find()
        || (isCapital(written)
            && (isWordBehind(rest)
                || AnswerTrail.stops(rest, search)
                || options
                    .letterOf(written)
                    .filter(letter -> options.hasText(letter, rest))
                    .isPresent()));
  }

  /** Scripts without capitals write a letter and a word together. */
  private static boolean isWordBehind(String rest) {
    return !rest.isEmpty() && Character.getType(rest.charAt(0)) == Character.OTHER_LETTER;
  }

  private static boolean isCapital(String letter) {
    return Character.isUpperCase(letter.charAt(0));
  }
}
