package org.galton.task.judge;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;

/**
 * Finds numbers in what a model wrote, whole or not at all: {@code -1,234.50}, {@code 1{,}000},
 * {@code 6.02e23}, {@code 2^{10}}, {@code 1/2}, {@code \frac{3}{4}}, {@code 28%}. A number that is
 * part of an expression, such as the 16 of {@code \sqrt{16}} or the 2 of {@code 5 + 2}, is none.
 */
final class NumberReader {
  /** Characters searched: the end of a completion for its last number. */
  private static final int SEARCHED = 10_000;

  /** Characters that say whether a number stands for itself. */
  private static final int AROUND = 200;

  /** What stands between a number and what it depends on: brackets, markup, currencies, blanks. */
  private static final Pattern OPENERS =
      Pattern.compile(
          "(?:\\s|[$€£¥\"'`~(\\[{|]|\\\\[(\\[ ,;:!]|\\*\\*|(?:^|\\s)[*_]"
              + "|\\\\(?:boxed|fbox|text|textbf|mathbf|mathrm|mathit|left|displaystyle|approx|sim|quad)\\b"
              + "|</?[A-Za-z][^<>]*>)*$");

  /** What a number before depends on, so that it is no answer by itself. */
  private static final Pattern OPERATOR_BEFORE =
      Pattern.compile(
          "(?:[+×÷·⋅∙/^!√±∓<>≤≥≠*_}]"
              + "|\\\\(?:times|cdot|div|pm|mp|sqrt|log|ln|exp|sin|cos|tan|frac|dfrac|tfrac|binom|le|leq|ge|geq|lt|gt|ne|neq)(?:_(?:[0-9a-z]|\\{[0-9a-z]+\\}))?"
              + "|(?i:\\b(?:minus|negative|sqrt|log|ln|times|plus)))$");

  private static final Pattern DIFFERENCE_BEFORE =
      Pattern.compile("(?:[0-9A-Za-z)}\\]]|(?:^|[^A-Za-z])[A-Za-z]\\s+|[0-9)}\\]]\\s+)$");

  /** With a blank before the number; at the start of a line it is the sign of a list. */
  private static final Pattern MINUS_BEFORE =
      Pattern.compile("(?:[0-9=)}\\]]|(?:^|[^A-Za-z])[A-Za-z])\\s*-$");

  private static final Pattern LIST_BEFORE = Pattern.compile("[0-9]\\s+or\\s+$");

  private static final Pattern CLOSERS =
      Pattern.compile(
          "^(?:\\s|[$\"'`)\\]}|]|\\\\[)\\] ,;:!]|\\\\(?:right|quad)\\b|\\*\\*|[*_](?:\\s|$))*");

  private static final Pattern OPERATOR_AFTER =
      Pattern.compile(
          "^(?:[+×÷·⋅∙/^√±∓<≤≥≠]|[-–]\\s*[0-9(\\\\]|[-–]\\s*[A-Za-z](?:[^A-Za-z]|$)|\\*\\s*[0-9A-Za-z(]"
              + "|\\\\(?:times|cdot|div|pm|mp|sqrt|pi|frac|dfrac|tfrac|le|leq|ge|geq|lt|gt|ne|neq)\\b)");

  private static final Pattern TAG_AFTER = Pattern.compile("^</?[A-Za-z]");
  private static final Pattern LIST_AFTER = Pattern.compile("^(?:,|;|or\\b|and\\b)\\s*[-+$]?[0-9]");

  /** Commands whose value is a number that this reader does not compute. */
  private static final Set<String> VALUES =
      Set.of(
          "frac", "dfrac", "tfrac", "cfrac", "sqrt", "pi", "infty", "log", "ln", "exp", "sin",
          "cos", "tan", "binom");

  private final String text;

  private NumberReader(String text) {
    this.text = text;
  }

  /** A candidate; its number is empty where it cannot be read whole. */
  private record Found(int start, int end, Optional<NumericAnswer> number) {}

  /** The text is a number and nothing else but blanks. */
  static Optional<NumericAnswer> whole(String text) {
    NumberReader reader = new NumberReader(NumberText.of(text.strip()));
    return reader
        .next(0)
        .filter(found -> found.start() == 0 && found.end() == reader.text.length())
        .flatMap(Found::number);
  }

  /** The first number of a line; of an equation, the first behind its last sign. */
  static Optional<NumericAnswer> first(String line) {
    String head = NumberText.of(line.substring(0, Math.min(line.length(), SEARCHED)));
    NumberReader reader = new NumberReader(head);
    Optional<Found> found = reader.next(0);
    if ((found.isPresent() && reader.after(found.get().end()).startsWith("="))
        || reader.isTerm(found)) {
      int equals = head.lastIndexOf('=');
      found = equals < 0 ? Optional.empty() : reader.next(equals + 1);
    }
    return found
        .filter(number -> !LIST_AFTER.matcher(reader.after(number.end())).find())
        .flatMap(Found::number);
  }

  static Optional<NumericAnswer> last(String text) {
    int least = Math.max(0, text.length() - SEARCHED);
    int at = text.length() - 1;
    while (at >= least && !isTrigger(text, at)) {
      at--;
    }
    if (at < least) {
      return Optional.empty();
    }
    NumberReader reader =
        new NumberReader(
            NumberText.of(
                text.substring(before(text, at, least), Math.min(text.length(), at + AROUND))));
    Optional<Found> last = Optional.empty();
    for (Optional<Found> found = reader.next(0);
        found.isPresent();
        found = reader.next(found.get().end())) {
      last = found;
    }
    return last.flatMap(Found::number);
  }

  private static boolean isTrigger(String text, int at) {
    char c = text.charAt(at);
    return Character.isDigit(c)
        || Character.getType(c) == Character.OTHER_NUMBER
        || (c == '\\' && VALUES.contains(letters(text, at + 1)));
  }

  /**
   * Where to begin, so that the number at a place is read from its start: in its line, not within a
   * number.
   */
  private static int before(String text, int at, int least) {
    int from = Math.max(text.lastIndexOf('\n', at) + 1, Math.max(least, at - AROUND));
    while (from > 0
        && from < at
        && text.charAt(from - 1) != '\n'
        && !Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    return from;
  }

  private boolean isTerm(Optional<Found> found) {
    return found.isPresent() && OPERATOR_AFTER.matcher(after(found.get().end())).find();
  }

  private Optional<Found> next(int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        int start = i > from && text.charAt(i - 1) == '.' ? i - 1 : i;
        if (start > 0 && isNameLetter(text.charAt(start - 1)) && !isCommand(start)) {
          i = endOfName(i) - 1;
          continue;
        }
        return Optional.of(read(start));
      }
      if ((c == '\\' && VALUES.contains(letters(text, i + 1)))
          || Character.getType(c) == Character.OTHER_NUMBER) {
        return Optional.of(c == '\\' ? read(i) : new Found(i, i + 1, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private Found read(int start) {
    NumberForm.Read read = NumberForm.at(text, start);
    if (read.number().isEmpty()) {
      return new Found(start, endOfWord(read.end()), Optional.empty());
    }
    Optional<NumericAnswer> number = read.number().filter(value -> standsAlone(read.end()));
    char sign = start > 0 ? text.charAt(start - 1) : ' ';
    if (sign != '-' && sign != '+') {
      return new Found(start, read.end(), number.filter(value -> isFree(start)));
    }
    String before = before(start - 1);
    boolean difference = DIFFERENCE_BEFORE.matcher(before).find();
    return new Found(
        start - 1,
        read.end(),
        number
            .filter(value -> !difference && isFree(start - 1))
            .map(value -> sign == '-' ? value.negate() : value));
  }

  /** Whether no operator, function or index before takes the number. */
  private boolean isFree(int start) {
    String before = before(start);
    if (LIST_BEFORE.matcher(before).find()) {
      return false;
    }
    Matcher openers = OPENERS.matcher(before);
    String subject = openers.find() ? before.substring(0, openers.start()) : before;
    String skipped = before.substring(subject.length());
    boolean called =
        (skipped.startsWith("(") || skipped.startsWith("{"))
            && !subject.isEmpty()
            && isNameLetter(subject.charAt(subject.length() - 1));
    boolean minus = MINUS_BEFORE.matcher(subject).find();
    return !called && !minus && !OPERATOR_BEFORE.matcher(subject).find();
  }

  /** Whether no operator after takes the number. */
  private boolean standsAlone(int end) {
    String after = after(end);
    return TAG_AFTER.matcher(after).find() || !OPERATOR_AFTER.matcher(after).find();
  }

  private String before(int start) {
    return text.substring(Math.max(0, start - AROUND), start);
  }

  /** What follows behind brackets, markup and blanks. */
  private String after(int end) {
    String rest = text.substring(end, Math.min(text.length(), end + AROUND));
    Matcher closers = CLOSERS.matcher(rest);
    return closers.find() ? rest.substring(closers.end()) : rest;
  }

  private boolean isCommand(int end) {
    int start = end;
    while (start > 0 && isNameLetter(text.charAt(start - 1))) {
      start--;
    }
    return start > 0 && text.charAt(start - 1) == '\\';
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfName(int from) {
    int end = from;
    while (end < text.length() && (isDigit(text.charAt(end)) || isNameLetter(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static String letters(String text, int from) {
    int end = from;
    while (end < text.length() && isNameLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  /** A letter of names such as x2: scripts without capitals write words and numbers together. */
  private static boolean isNameLetter(char c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
