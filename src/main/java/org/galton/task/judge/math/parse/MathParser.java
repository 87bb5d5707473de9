package org.galton.task.judge.math.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Measure;
import org.galton.task.judge.math.tree.Scalars;

/** Reads the longest beginning of a text that is one mathematical thing. */
public final class MathParser {
  /** Characters that are looked at; a text that goes on as mathematics beyond them is none. */
  public static final int LONGEST = 4096;

  private static final int MOST_WORDS = 2;

  /** Words behind a number that say that it is something else, or none. */
  private static final Set<String> NO_THINGS =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "isn",
          "not",
          "no",
          "or",
          "and",
          "if",
          "of",
          "in",
          "out",
          "than",
          "less",
          "more",
          "but",
          "wrong",
          "incorrect",
          "impossible",
          "nor",
          "to",
          "by",
          "times",
          "minus",
          "plus",
          "over",
          "under",
          "squared",
          "cubed",
          "am",
          "pm",
          "half",
          "halves",
          "third",
          "thirds",
          "quarter",
          "quarters",
          "fourths",
          "fifths",
          "tenths",
          "dozen",
          "pairs",
          "percent",
          "hundred",
          "mod",
          "modulo",
          "base",
          "factorial");

  private MathParser() {}

  /**
   * @param end of what was read, in the text
   * @param rest whether more than blanks and a period follows
   * @param things the word or two that follow a number up to the end: what was counted; or empty
   */
  public record Parsed(MathNode node, int end, boolean rest, String things) {}

  /** The unit with this symbol, such as the m of 24m. */
  public static Optional<Measure> unit(String symbol) {
    return UnitTable.named(symbol);
  }

  /**
   * Empty where nothing is mathematics, or it is out of bounds.
   *
   * @param letters names that are no constants
   */
  public static Optional<Parsed> parse(String text, Set<String> letters, Commas commas) {
    int length = Math.min(text.length(), LONGEST);
    List<MathToken> tokens = MathScanner.tokens(text, length, commas);
    TokenCursor cursor = new TokenCursor(tokens);
    try {
      MathNode node = isRange(tokens) ? range(cursor) : new ListParser(cursor, letters).list();
      int end = closed(text, cursor.end());
      String things = Scalars.isScalar(node) && Constants.isConstant(node) ? things(cursor) : "";
      cursor.take(".");
      boolean rest = cursor.peek().kind() != Kind.END;
      boolean cut = text.length() > LONGEST && !rest && things.isEmpty();
      return cut ? Optional.empty() : Optional.of(new Parsed(node, end, rest, things));
    } catch (NotMathematics e) {
      return Optional.empty();
    }
  }

  /** Behind the braces that end where the tree ends, as of upright units. */
  private static int closed(String text, int end) {
    int open = 0;
    for (int i = 0; i < end; i++) {
      open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
    }
    int closed = end;
    while (open > 0 && closed < text.length() && text.charAt(closed) == '}') {
      closed++;
      open--;
    }
    return closed;
  }

  /** Empty unless all that is left, but a period, is a word or two that name things. */
  private static String things(TokenCursor cursor) {
    StringBuilder words = new StringBuilder();
    int number = 0;
    while (cursor.peek(number).isWord() && number <= MOST_WORDS) {
      String word = cursor.peek(number).text().toLowerCase(Locale.ROOT);
      if (word.length() < 2 || NO_THINGS.contains(word)) {
        return "";
      }
      words.append(number == 0 ? "" : " ").append(word);
      number++;
    }
    int last = cursor.peek(number).is(".") ? number + 1 : number;
    boolean all = number > 0 && number <= MOST_WORDS && cursor.peek(last).kind() == Kind.END;
    return all ? words.toString() : "";
  }

  /** Two whole numbers, the smaller first, and a hyphen without blanks: 12-15. */
  private static boolean isRange(List<MathToken> tokens) {
    if (tokens.size() < 4 || !tokens.get(1).is("-")) {
      return false;
    }
    MathToken from = tokens.get(0);
    MathToken to = tokens.get(2);
    boolean numbers = from.kind() == Kind.NUMBER && to.kind() == Kind.NUMBER;
    MathToken after = tokens.get(3);
    boolean ends =
        after.kind() == Kind.END
            || (after.isWord() && after.spaced())
            || after.is(",")
            || after.is(".");
    return numbers
        && ends
        && !tokens.get(1).spaced()
        && !to.spaced()
        && Scalars.isWhole(from.number())
        && Scalars.isWhole(to.number())
        && from.number().value().compareTo(to.number().value()) < 0;
  }

  private static MathNode range(TokenCursor cursor) {
    MathNode from = cursor.next().number();
    cursor.next();
    return new MathNode.Range(from, cursor.next().number());
  }
}
