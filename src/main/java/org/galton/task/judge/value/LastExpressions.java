package org.galton.task.judge.value;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.galton.task.judge.answer.AnswerHit;
import org.galton.task.judge.answer.AnswerPlace;
import org.galton.task.judge.answer.AnswerTrail;
import org.galton.task.judge.math.MathPrefix;
import org.galton.task.judge.math.MathReader;

/**
 * The expressions of the line that comes last: of a text's last line, or where numbers are sought
 * of the last line that has one. One that goes on as the grammar does not know is there, too, and
 * cannot be read.
 */
final class LastExpressions {
  private static final int LONGEST_LINE = 4_096;
  private static final int LOOKED_AT = 512;

  /** Of the beginnings of expressions in a line: one with more is no answer in words. */
  private static final int MOST_BEGINNINGS = 200;

  private static final Pattern GOES_ON =
      Pattern.compile(
          "^[\\s)\\]}|$]*(?:[+*/^=<>±∓×÷·⋅√≤≥≠_]|\\\\(?:times|cdot|div|pm|mp|sqrt|pi|frac|dfrac|tfrac|le|leq|lt|ge|geq|gt|ne|neq)\\b)");

  private static final Pattern EMPHASIS_ENDS =
      Pattern.compile("^(?:\\*\\*|[*_])(?:[\\s.,;:!?)]|$)");

  /** What the grammar would multiply the letters before it with, as in "so 7". */
  private static final String MULTIPLIED = "0123456789=+\\$-";

  private static final Pattern TAG = Pattern.compile("^</?[A-Za-z]");
  private static final Pattern ORDINAL = Pattern.compile("^(?:st|nd|rd|th)\\b");

  /** Words that begin an expression. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sqrt", "log", "ln", "exp", "sin", "cos", "tan", "cot", "arcsin", "arccos", "arctan",
          "pi", "binom");

  private static final int LONGEST_FUNCTION = 6;

  /** Commands that begin none. */
  private static final Set<String> STYLING =
      Set.of(
          "text",
          "boxed",
          "quad",
          "qquad",
          "begin",
          "end",
          "item",
          "therefore",
          "implies",
          "Rightarrow",
          "rightarrow",
          "to");

  private final ValueGrammar grammar;
  private final ValueScope scope;

  LastExpressions(ValueGrammar grammar, ValueScope scope) {
    this.grammar = grammar;
    this.scope = scope;
  }

  List<AnswerHit> of(String text) {
    int end = text.length();
    while (end > 0) {
      int start = text.lastIndexOf('\n', end - 1) + 1;
      String line = text.substring(start, end);
      if (scope == ValueScope.CONSTANTS ? hasNumber(line) : !line.isBlank()) {
        int from = Math.max(0, line.length() - LONGEST_LINE);
        return in(line.substring(from), start + from);
      }
      end = start - 1;
    }
    return LastLine.of(text).stream()
        .filter(hit -> hit.end() - hit.start() <= LONGEST_LINE)
        .filter(hit -> MathReader.whole(hit.text(), grammar.notation()).isPresent())
        .toList();
  }

  private static boolean hasNumber(String line) {
    return line.chars()
        .anyMatch(
            c ->
                Character.isDigit(c)
                    || Character.getType(c) == Character.OTHER_NUMBER
                    || c == '\\'
                    || c == 'π'
                    || c == '√');
  }

  private List<AnswerHit> in(String original, int offset) {
    String line = MathSigns.blanked(original);
    Optional<AnswerHit> whole = whole(line, original, offset);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<AnswerHit> hits = new ArrayList<>();
    int beginnings = 0;
    for (int i = 0; i < line.length(); ) {
      boolean begins = begins(line, i);
      beginnings += begins ? 1 : 0;
      if (beginnings > MOST_BEGINNINGS) {
        return List.of();
      }
      int end = begins ? end(line, original, i) : i;
      if (end > i) {
        hits.add(hit(line, i, end, offset));
        i = end;
      } else {
        i = next(line, i);
      }
    }
    return isOneOfSeveral(line, offset, hits) ? List.of() : hits;
  }

  /** Whether the line's last number is no better an answer than the one before it. */
  private boolean isOneOfSeveral(String line, int offset, List<AnswerHit> hits) {
    if (hits.size() < 2) {
      return false;
    }
    int last = hits.get(hits.size() - 1).start() - offset;
    int before = hits.get(hits.size() - 2).end() - offset;
    return grammar.search().leadsAside(line.substring(0, last))
        || AnswerTrail.isAmong(line.substring(before));
  }

  /** The line where it is one expression and no item of a list of points. */
  private Optional<AnswerHit> whole(String line, String original, int offset) {
    return LastLine.of(line).stream()
        .filter(hit -> !hit.text().startsWith("- ") && !isSentence(hit.text()))
        .filter(hit -> MathReader.whole(hit.text(), grammar.notation()).isPresent())
        .map(
            hit -> {
              int end = withoutExclamation(line, original, hit.end());
              return hit(line, hit.start(), end, offset);
            })
        .findFirst();
  }

  /** Whether a line begins with a word and has digits or signs behind it. */
  private static boolean isSentence(String line) {
    return line.length() > 2
        && isLatin(line.charAt(0))
        && isLatin(line.charAt(1))
        && StringUtils.indexOfAny(line.substring(2), MULTIPLIED) >= 0;
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static AnswerHit hit(String line, int start, int end, int offset) {
    return new AnswerHit(
        AnswerPlace.LAST, offset + start, offset + end, line.substring(start, end));
  }

  /** Where the expression ends; with its next word where it goes on. */
  private int end(String line, String original, int start) {
    String rest = line.substring(start, Math.min(line.length(), start + LOOKED_AT));
    Optional<MathPrefix> prefix = grammar.prefix(rest);
    if (prefix.isEmpty()) {
      return Character.isDigit(line.charAt(start)) ? endOfWord(line, start) : start;
    }
    int end = withoutExclamation(line, original, start + prefix.get().end());
    if (scope == ValueScope.CONSTANTS && ValueText.isRange(line.substring(start, end))) {
      int dash = line.indexOf('–', start);
      end = dash > start && dash < end ? dash : end;
    }
    if (end == line.length()) {
      return end;
    }
    String behind = line.substring(end);
    boolean whole =
        TAG.matcher(behind).find()
            || EMPHASIS_ENDS.matcher(behind).find()
            || ORDINAL.matcher(behind).find()
            || !goesOn(behind);
    return whole ? end : Math.max(end + 1, endOfWord(line, Math.min(line.length(), end + 1)));
  }

  /** Outside the signs of a span, what ends a sentence is no factorial. */
  private static int withoutExclamation(String line, String original, int end) {
    boolean ends =
        end >= line.length()
            || (Character.isWhitespace(line.charAt(end))
                && line.charAt(end) == original.charAt(end));
    return ends && line.charAt(end - 1) == '!' ? end - 1 : end;
  }

  private boolean goesOn(String behind) {
    char next = behind.isEmpty() ? ' ' : behind.charAt(0);
    return Character.isDigit(next)
        || Character.isUpperCase(next)
        || Character.isLowerCase(next)
        || GOES_ON.matcher(behind).find();
  }

  private static boolean begins(String line, int at) {
    char c = line.charAt(at);
    char next = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
    if (Character.isLetter(c)) {
      int end = endOfLetters(line, at);
      return c == 'π'
          || (end == at + 1 ? isNameApplied(line, end) : isFunction(line.substring(at, end)));
    }
    if (c == '\\') {
      String command = line.substring(at + 1, endOfLetters(line, at + 1));
      return next == '{' || (!command.isEmpty() && !STYLING.contains(command));
    }
    if (c == '-' || c == '+') {
      return Character.isDigit(next) || next == '.' || next == '\\' || next == '$' || next == '√';
    }
    if (c == '.') {
      return Character.isDigit(next);
    }
    return Character.isDigit(c)
        || Character.getType(c) == Character.OTHER_NUMBER
        || "$€£¥([{|√∞".indexOf(c) >= 0;
  }

  /** Whether an operator or an opening bracket follows. */
  private static boolean isNameApplied(String line, int end) {
    int ahead = afterBlanks(line, end);
    return (ahead < line.length() && "=<>^+*/≤≥".indexOf(line.charAt(ahead)) >= 0)
        || (end < line.length() && line.charAt(end) == '(');
  }

  private static boolean isFunction(String word) {
    return word.length() <= LONGEST_FUNCTION && FUNCTIONS.contains(word);
  }

  /** Words are skipped with the digits in them. */
  private static int next(String line, int at) {
    if (line.charAt(at) == '\\') {
      return Math.max(at + 1, endOfLetters(line, at + 1));
    }
    if (!isWordLetter(line.charAt(at))) {
      return at + 1;
    }
    int end = at;
    while (end < line.length()
        && (isWordLetter(line.charAt(end)) || Character.isDigit(line.charAt(end)))) {
      end++;
    }
    return end;
  }

  /** Scripts without capitals write words and numbers together. */
  private static boolean isWordLetter(char c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c);
  }

  private static int endOfLetters(String line, int from) {
    int end = from;
    while (end < line.length() && isWordLetter(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int endOfWord(String line, int from) {
    int end = from;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int afterBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
