package org.galton.task.judge.value;

import com.google.re2j.Pattern;
import java.util.Optional;
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
  private static final Pattern APPLIED = Pattern.compile("[A-Za-z]{1,9}\\s?\\(.*\\)|\\|.*\\|");
  private static final Pattern ABOUT =
      Pattern.compile("^[\\s$]*(?:\\\\(?:approx|simeq|doteq|thickapprox)\\b|[≈≃≅])");

  enum Equations {
    KEPT,
    SOLVED
  }

  /** What was read, and of which text. */
  record Value(MathAnswer answer, String text) {}

  /** Empty where no mathematics begins the text, or it goes on as the grammar does not know. */
  Optional<Value> first(String text) {
    Optional<MathPrefix> prefix = MathReader.prefix(text, notation);
    if (prefix.isEmpty() || prefix.get().end() == 0) {
      return Optional.empty();
    }
    String read = text.substring(0, prefix.get().end()).strip();
    String rest = text.substring(prefix.get().end());
    return switch (AnswerTrail.of(rest, search)) {
      case GOES_ON -> Optional.empty();
      case ENDS -> value(read, prefix.get().answer());
      case APPROXIMATED ->
          isName(read)
              ? first(ABOUT.matcher(rest).replaceFirst("").strip())
              : value(read, prefix.get().answer());
    };
  }

  private Optional<Value> value(String text, MathAnswer answer) {
    if (ValueText.isRange(text)) {
      return Optional.empty();
    }
    EquationChain chain = EquationChain.of(text);
    String value =
        equations == Equations.KEPT
            ? text
            : chain.value(text, ValueGrammar::isName, this::isUnsolved);
    return value.equals(text)
        ? Optional.of(new Value(answer, text))
        : MathReader.whole(value, notation).map(solved -> new Value(solved, value));
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches() && GREEK_OR_LETTER.matcher(text).matches();
  }

  /** An expression of names that is nothing but one of them, nor a function's value. */
  private boolean isUnsolved(String text) {
    return !APPLIED.matcher(text).matches()
        && MathReader.whole(text, notation).filter(side -> !side.isConstant()).isPresent();
  }
}
