package org.galton.task.judge.value;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.answer.AnswerTrail;
import org.galton.task.judge.math.MathAnswer;
import org.galton.task.judge.math.MathNotation;
import org.galton.task.judge.math.MathPrefix;
import org.galton.task.judge.math.MathReader;

/**
 * Reads the value at the beginning of a text: the longest part that is mathematics, if what follows
 * leaves it whole; of {@code 3 + 4 = 7} the 7, of {@code \sqrt2 \approx 1.41} the root.
 *
 * @param equations whether equations are kept, for a reference that is one
 */
record ValueGrammar(MathNotation notation, AnswerSearch search, Equations equations) {
  private static final Pattern NAME =
      Pattern.compile("\\\\?[\\pL](?:[a-z]{2,9})?(?:_(?:[A-Za-z0-9]|\\{[A-Za-z0-9]{1,9}\\}))?'*");
  private static final Pattern GREEK_OR_LETTER = Pattern.compile("\\\\[A-Za-z]+.*|\\pL(?:_.*)?'*");
  private static final Pattern APPLIED =
      Pattern.compile(
          "[A-Za-z]{1,9}\\s?\\(.*\\)|\\|.*\\||\\(\\s?[A-Za-z](?:\\s?,\\s?[A-Za-z])+\\s?\\)");
  private static final Pattern ABOUT =
      Pattern.compile("\\\\(?:approx|simeq|doteq|thickapprox)\\b|[≈≃≅]");

  /** The signs that a match of it begins with. */
  private static final String ABOUT_WITH = "\\≈≃≅";

  /** What of an equation is the value. */
  enum Equations {
    /** The equation: the reference is one. */
    KEPT,
    /** What is named, or the last member, unless the equation is one to solve. */
    SOLVED
  }

  /** What was read, and of which text. */
  record Value(MathAnswer answer, String text) {}

  /** Empty where no mathematics begins the text, or it goes on as the grammar does not know. */
  Optional<Value> first(String text) {
    Optional<MathPrefix> prefix = prefix(text);
    if (prefix.isEmpty()) {
      return Optional.empty();
    }
    String read = text.substring(0, prefix.get().end()).strip();
    String rest = text.substring(prefix.get().end());
    return switch (AnswerTrail.of(rest, search)) {
      case GOES_ON -> Optional.empty();
      case ENDS -> value(read, prefix.get().answer());
      case APPROXIMATED -> value(read + rest, prefix.get().answer());
    };
  }

  /** Letters of scripts that write words and numbers together are no names. */
  Optional<MathPrefix> prefix(String text) {
    int end = 0;
    while (end < text.length() && !isWordScript(text.charAt(end))) {
      end++;
    }
    return MathReader.prefix(text.substring(0, end), notation).filter(prefix -> prefix.end() > 0);
  }

  private static boolean isWordScript(char c) {
    return Character.getType(c) == Character.OTHER_LETTER && c > 'ʯ';
  }

  private Optional<Value> value(String text, MathAnswer answer) {
    if (ValueText.isRange(text)) {
      return Optional.empty();
    }
    String value = solved(text);
    return value.equals(text)
        ? Optional.of(new Value(answer, text))
        : MathReader.whole(value, notation).map(solved -> new Value(solved, value));
  }

  private String solved(String text) {
    Matcher about = ABOUT.matcher(text);
    if (StringUtils.indexOfAny(text, ABOUT_WITH) >= 0 && about.find()) {
      String left = solved(text.substring(0, about.start()).strip());
      return isName(left)
          ? first(text.substring(about.end()).strip()).map(Value::text).orElse(left)
          : left;
    }
    return equations == Equations.KEPT
        ? text
        : EquationChain.of(text).value(text, ValueGrammar::isName, this::isUnsolved);
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches() && GREEK_OR_LETTER.matcher(text).matches();
  }

  /** An expression of names that is neither a function's value nor a tuple of names. */
  private boolean isUnsolved(String text) {
    return !APPLIED.matcher(text).matches()
        && MathReader.whole(text, notation).filter(side -> !side.isNumber()).isPresent();
  }
}
