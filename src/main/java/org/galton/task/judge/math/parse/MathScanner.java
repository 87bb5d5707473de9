package org.galton.task.judge.math.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;

/** Makes tokens of LaTeX and of plain text, in one pass. */
final class MathScanner {
  private static final int MOST_DIGITS = 2048;

  private final MathText text;
  private final List<MathToken> tokens = new ArrayList<>();
  private final boolean groups;
  private final boolean decimalComma;
  private final BitSet uprightBraces = new BitSet();
  private int at;
  private int braces;
  private int upright;
  private int brackets;
  private int digits;
  private int dollars;
  private boolean spaced;

  private MathScanner(MathText text, Commas commas) {
    this.text = text;
    int separators = 0;
    boolean listed = false;
    for (int i = 0; i < text.length(); i++) {
      separators += text.at(i) == ',' ? 1 : 0;
      listed |= text.at(i) == ',' && i + 1 < text.length() && text.at(i + 1) == ' ';
      dollars += text.at(i) == '$' && (i == 0 || text.at(i - 1) != '\\') ? 1 : 0;
    }
    this.groups = commas != Commas.LIST || listed;
    this.decimalComma = commas == Commas.GROUPS_OR_DECIMAL && separators == 1;
  }

  /** At least the token of the end. */
  static List<MathToken> tokens(String text, int length, Commas commas) {
    MathScanner scanner = new MathScanner(new MathText(PlainCharacters.of(text, length)), commas);
    while (scanner.at < length) {
      scanner.next();
    }
    scanner.add(Kind.END, "", length);
    return scanner.tokens;
  }

  private void next() {
    char c = text.at(at);
    if (c == ' ' || c == '~') {
      spaced = true;
      at++;
    } else if (text.isDigit(at) || (c == '.' && text.isDigit(at + 1))) {
      number();
    } else if (c == '\\') {
      command();
    } else if (Spellings.greek(c) != null) {
      name(Spellings.greek(c), at + 1);
    } else if (Spellings.sign(c) != null) {
      add(Kind.MARK, Spellings.sign(c), at + 1);
    } else if (c == '\u221A') {
      add(Kind.COMMAND, "root", at + 1);
    } else if (c > 0x7F && !text.isLetter(at)) {
      small(c);
    } else if (text.isLetter(at)) {
      letters();
    } else {
      mark(c);
    }
  }

  private void number() {
    NumberScanner scanner =
        new NumberScanner(text, at, groups && brackets == 0, decimalComma && brackets == 0);
    MathNode.Literal literal = scanner.read();
    digits += scanner.end() - at;
    boolean bounded = literal != null && digits <= MOST_DIGITS;
    int end = scanner.end();
    for (String suffix : new String[] {"st", "nd", "rd", "th"}) {
      if (text.startsWith(suffix, end)
          && !text.isLetter(end + 2)
          && bounded
          && literal.shown() == 0) {
        end += 2;
        break;
      }
    }
    tokens.add(
        new MathToken(
            bounded ? Kind.NUMBER : Kind.UNKNOWN, text.between(at, end), literal, spaced, at, end));
    moveTo(end);
  }

  private void command() {
    int end = at + 1;
    while (text.isAsciiLetter(end)) {
      end++;
    }
    if (end == at + 1 && end < text.length()) {
      end++;
    }
    String command = text.between(at + 1, end);
    if (command.equals("operatorname") && text.startsWith("*", end)) {
      end++;
    }
    if (command.equals("left") || command.equals("right")) {
      end = text.startsWith(".", end) ? end + 1 : end;
    }
    if (Spellings.STYLES.contains(command) || command.isBlank() || "()[]".contains(command)) {
      spaced = true;
      at = end;
    } else if (Spellings.UPRIGHT.contains(command)) {
      upright(end);
    } else if (Spellings.ACCENTS.contains(command)) {
      accented(command, end);
    } else if (command.equals("mathbb")) {
      numberSet(end);
    } else if (command.equals("begin") || command.equals("end")) {
      environment(command, end);
    } else if (command.equals("\\")) {
      add(Kind.MARK, "\\\\", end);
    } else if (Spellings.MARKS.containsKey(command)) {
      bracketed(Spellings.MARKS.get(command), end);
    } else if (Spellings.COMMANDS.containsKey(command)) {
      add(Kind.COMMAND, Spellings.COMMANDS.get(command), end);
    } else if (Spellings.FUNCTIONS.contains(command)) {
      add(Kind.UPRIGHT, command, end);
    } else if (Spellings.NAMES.containsKey(command)) {
      name(Spellings.NAMES.get(command), end);
    } else {
      add(Kind.UNKNOWN, command, end);
    }
  }

  private void upright(int end) {
    at = text.blanksFrom(end);
    if (text.startsWith("{", at)) {
      braces++;
      uprightBraces.set(braces);
      upright++;
      at++;
    }
    spaced = true;
  }

  private void accented(String accent, int end) {
    int open = text.blanksFrom(end);
    String content = text.argument(open);
    if (content.isEmpty()) {
      add(Kind.UNKNOWN, accent, end);
    } else {
      name(accent + "(" + content + ")", text.argumentEnd(open));
    }
  }

  private void numberSet(int end) {
    int open = text.blanksFrom(end);
    String letter = text.argument(open);
    if (letter.length() == 1 && "RQZNC".contains(letter)) {
      add(Kind.MARK, "set:" + letter, text.argumentEnd(open));
    } else {
      add(Kind.UNKNOWN, "mathbb", end);
    }
  }

  private void environment(String command, int end) {
    String name = text.argument(end);
    if (name.isEmpty()) {
      add(Kind.UNKNOWN, command, end);
      return;
    }
    int after = text.argumentEnd(end);
    if (name.equals("array") && command.equals("begin")) {
      after = text.argumentEnd(after);
    }
    add(Kind.MARK, command + ":" + name, after);
  }

  private void letters() {
    int end = at;
    while (text.isLetter(end) && Spellings.greek(text.at(end)) == null) {
      end++;
    }
    String run = text.between(at, end);
    boolean timesTen = (run.equals("x") || run.equals("X")) && isTimesTen(end);
    if (timesTen) {
      add(Kind.MARK, "*", end);
      return;
    }
    boolean word = upright > 0 && run.length() > 1;
    boolean function = MathFunction.named(run).isPresent();
    if (run.equals("pi") || run.equals("π")) {
      name("pi", end);
    } else if (run.equals("sqrt")) {
      add(Kind.COMMAND, "root", end);
    } else if (run.equals("infinity") || run.equals("infty")) {
      add(Kind.MARK, "infty", end);
    } else if (run.equals("or") || run.equals("and")) {
      add(Kind.MARK, run, end);
    } else if (!word && !function && (isIndex(end) || text.startsWith("'", end))) {
      int last = end - 1;
      if (last > at) {
        add(Kind.LETTERS, run.substring(0, run.length() - 1), last);
      }
      name(run.substring(run.length() - 1), end);
    } else if (!word && run.length() == 1) {
      add(Kind.LETTERS, run, end);
    } else {
      add(upright > 0 ? Kind.UPRIGHT : Kind.LETTERS, run, end);
    }
  }

  private boolean isTimesTen(int end) {
    boolean afterNumber = !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == Kind.NUMBER;
    int ten = text.blanksFrom(end);
    int power = text.blanksFrom(ten + 2);
    return afterNumber
        && text.startsWith("10", ten)
        && (text.startsWith("^", power)
            || text.startsWith("**", power)
            || SmallDigits.isSuperscript(text.at(power)));
  }

  private boolean isIndex(int from) {
    return text.startsWith("_", from) && !text.argument(text.blanksFrom(from + 1)).isEmpty();
  }

  /** A name with the index and the primes that follow it. */
  private void name(String name, int end) {
    StringBuilder full = new StringBuilder(name);
    int to = end;
    if (isIndex(to)) {
      int index = text.blanksFrom(to + 1);
      int indexEnd = text.argumentEnd(index);
      if (text.isDigit(index)) {
        while (text.isDigit(indexEnd)) {
          indexEnd++;
        }
        full.append('_').append(text.between(index, indexEnd));
      } else {
        full.append('_').append(text.argument(index));
      }
      to = indexEnd;
    }
    while (text.startsWith("'", to)) {
      full.append('\'');
      to++;
    }
    add(Kind.NAME, full.toString(), to);
  }

  private void small(char c) {
    List<MathToken> small = SmallDigits.tokens(text, at, spaced);
    if (small.isEmpty()) {
      add(Kind.UNKNOWN, String.valueOf(c), at + 1);
    } else {
      tokens.addAll(small);
      moveTo(small.get(small.size() - 1).end());
    }
  }

  private void mark(char c) {
    if (c == '$') {
      boolean money = dollars % 2 == 1 && (text.isDigit(at + 1) || text.startsWith(".", at + 1));
      dollars -= money ? 1 : 0;
      if (money) {
        add(Kind.MARK, "money$", at + 1);
      } else {
        spaced = true;
        at++;
      }
    } else if (text.startsWith("**", at)) {
      add(Kind.MARK, "^", at + 2);
    } else if (text.startsWith("<=", at)
        || text.startsWith(">=", at)
        || text.startsWith("+-", at)) {
      add(Kind.MARK, text.between(at, at + 2), at + 2);
    } else if (text.startsWith("+/-", at)) {
      add(Kind.MARK, "+-", at + 3);
    } else if (text.startsWith("!=", at)) {
      unequal();
    } else if (text.startsWith("==", at)) {
      add(Kind.MARK, "=", at + 2);
    } else if (text.startsWith("||", at)) {
      add(Kind.UNKNOWN, "||", at + 2);
    } else {
      bracketed(String.valueOf(c), at + 1);
    }
  }

  /** Behind a number a factorial and an equals sign, behind a blank one sign, else unclear. */
  private void unequal() {
    boolean first = tokens.isEmpty() || spaced;
    if (first) {
      add(Kind.MARK, "!=", at + 2);
    } else if (tokens.get(tokens.size() - 1).kind() == Kind.NUMBER) {
      add(Kind.MARK, "!", at + 1);
    } else {
      add(Kind.UNKNOWN, "!=", at + 2);
    }
  }

  private void bracketed(String mark, int end) {
    switch (mark) {
      case "{" -> {
        braces++;
        add(Kind.MARK, mark, end);
      }
      case "}" -> {
        boolean wasUpright = braces > 0 && uprightBraces.get(braces);
        if (wasUpright) {
          uprightBraces.clear(braces);
          upright--;
          spaced = true;
          at = end;
        } else {
          add(Kind.MARK, mark, end);
        }
        braces = Math.max(0, braces - 1);
      }
      case "(", "[", "\\{", "langle" -> {
        add(Kind.MARK, mark, end);
        brackets++;
      }
      case ")", "]", "\\}", "rangle" -> {
        brackets = Math.max(0, brackets - 1);
        add(Kind.MARK, mark, end);
      }
      default -> add(Kind.MARK, mark, end);
    }
  }

  private void add(Kind kind, String spelling, int end) {
    tokens.add(new MathToken(kind, spelling, null, spaced, at, end));
    moveTo(end);
  }

  private void moveTo(int end) {
    at = end;
    spaced = false;
  }
}
