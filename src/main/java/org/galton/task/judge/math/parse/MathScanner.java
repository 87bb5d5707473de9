package org.galton.task.judge.math.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;

/** Makes tokens of LaTeX and of plain text, in one pass. */
final class MathScanner {
  private static final int MOST_DIGITS = 2048;
  private static final int LONGEST_INDEX = 32;

  private final char[] text;
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

  private MathScanner(char[] text, Commas commas) {
    this.text = text;
    int separators = 0;
    boolean listed = false;
    for (int i = 0; i < text.length; i++) {
      separators += text[i] == ',' ? 1 : 0;
      listed |= text[i] == ',' && i + 1 < text.length && text[i + 1] == ' ';
      dollars += text[i] == '$' && (i == 0 || text[i - 1] != '\\') ? 1 : 0;
    }
    this.groups = commas != Commas.LIST || listed;
    this.decimalComma = commas == Commas.GROUPS_OR_DECIMAL && separators == 1;
  }

  /** At least the token of the end. */
  static List<MathToken> tokens(String text, int length, Commas commas) {
    MathScanner scanner = new MathScanner(PlainCharacters.of(text, length), commas);
    while (scanner.at < length) {
      scanner.next();
    }
    scanner.add(Kind.END, "", length);
    return scanner.tokens;
  }

  private void next() {
    char c = text[at];
    if (c == ' ' || c == '~') {
      spaced = true;
      at++;
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      number();
    } else if (c == '\\') {
      command();
    } else if (Spellings.greek(c) != null) {
      name(Spellings.greek(c), at + 1);
    } else if (Spellings.sign(c) != null) {
      add(Kind.MARK, Spellings.sign(c), at + 1);
    } else if (c == '\u221A') {
      add(Kind.COMMAND, "root", at + 1);
    } else if (c > 0x7F && !isLetter(at)) {
      compatible(c);
    } else if (isLetter(at)) {
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
      if (startsWith(suffix, end) && !isLetter(end + 2) && bounded && literal.shown() == 0) {
        end += 2;
        break;
      }
    }
    tokens.add(
        new MathToken(
            bounded ? Kind.NUMBER : Kind.UNKNOWN,
            new String(text, at, end - at),
            literal,
            spaced,
            at,
            end));
    moveTo(end);
  }

  private void command() {
    int end = at + 1;
    while (isAsciiLetter(end)) {
      end++;
    }
    if (end == at + 1 && end < text.length) {
      end++;
    }
    String command = new String(text, at + 1, end - at - 1);
    if (command.equals("operatorname") && startsWith("*", end)) {
      end++;
    }
    if (command.equals("left") || command.equals("right")) {
      end = startsWith(".", end) ? end + 1 : end;
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
    at = skipBlanks(end);
    if (startsWith("{", at)) {
      braces++;
      uprightBraces.set(braces);
      upright++;
      at++;
    }
    spaced = true;
  }

  private void accented(String accent, int end) {
    int open = skipBlanks(end);
    String content = argument(open);
    if (content.isEmpty()) {
      add(Kind.UNKNOWN, accent, end);
    } else {
      name(accent + "(" + content + ")", argumentEnd(open));
    }
  }

  private void numberSet(int end) {
    int open = skipBlanks(end);
    String letter = argument(open);
    if (letter.length() == 1 && "RQZNC".contains(letter)) {
      add(Kind.MARK, "set:" + letter, argumentEnd(open));
    } else {
      add(Kind.UNKNOWN, "mathbb", end);
    }
  }

  private void environment(String command, int end) {
    String name = argument(end);
    if (name.isEmpty()) {
      add(Kind.UNKNOWN, command, end);
      return;
    }
    int after = argumentEnd(end);
    if (name.equals("array") && command.equals("begin")) {
      after = argumentEnd(after);
    }
    add(Kind.MARK, command + ":" + name, after);
  }

  /** One character, or what stands in braces without blanks; empty where it is none of bounds. */
  private String argument(int from) {
    if (from >= text.length || !startsWith("{", from)) {
      return from < text.length && Character.isLetterOrDigit(text[from])
          ? String.valueOf(text[from])
          : "";
    }
    int end = argumentEnd(from);
    return end == from
        ? ""
        : new String(text, from + 1, end - from - 2)
            .replace("\\text", "")
            .replace("\\mathrm", "")
            .replace("{", "")
            .replace("}", "")
            .replace(" ", "");
  }

  /** The same place where the braces do not end soon. */
  private int argumentEnd(int from) {
    if (!startsWith("{", from)) {
      return Math.min(text.length, from + 1);
    }
    int depth = 0;
    for (int i = from; i < Math.min(text.length, from + LONGEST_INDEX + 2); i++) {
      depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return from;
  }

  private void letters() {
    int end = at;
    while (end < text.length && isLetter(end) && Spellings.greek(text[end]) == null) {
      end++;
    }
    String run = new String(text, at, end - at);
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
    } else if (!word && !function && (isIndex(end) || startsWith("'", end))) {
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
    int ten = skipBlanks(end);
    int power = skipBlanks(ten + 2);
    return afterNumber
        && startsWith("10", ten)
        && (startsWith("^", power)
            || startsWith("**", power)
            || (power < text.length && "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(text[power]) >= 0));
  }

  private boolean isIndex(int from) {
    return startsWith("_", from) && !argument(skipBlanks(from + 1)).isEmpty();
  }

  /** A name with the index and the primes that follow it. */
  private void name(String name, int end) {
    StringBuilder full = new StringBuilder(name);
    int to = end;
    if (isIndex(to)) {
      int index = skipBlanks(to + 1);
      int indexEnd = argumentEnd(index);
      if (isDigit(index)) {
        while (isDigit(indexEnd)) {
          indexEnd++;
        }
        full.append('_').append(text, index, indexEnd - index);
      } else {
        full.append('_').append(argument(index));
      }
      to = indexEnd;
    }
    while (startsWith("'", to)) {
      full.append('\'');
      to++;
    }
    add(Kind.NAME, full.toString(), to);
  }

  /** Superscripts, indices and fractions that are one character. */
  private void compatible(char c) {
    String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    int slash = plain.indexOf('\u2044');
    if (slash > 0 && slash < plain.length() - 1) {
      int end = at + 1;
      List<String> parts = List.of(plain.substring(0, slash), plain.substring(slash + 1));
      tokens.add(new MathToken(Kind.COMMAND, "frac", null, spaced, at, end));
      for (String part : parts) {
        MathNode.Literal number = MathNode.Literal.whole(Long.parseLong(part));
        tokens.add(new MathToken(Kind.MARK, "{", null, false, at, end));
        tokens.add(new MathToken(Kind.NUMBER, "", number, false, at, end));
        tokens.add(new MathToken(Kind.MARK, "}", null, false, at, end));
      }
      moveTo(end);
    } else if (superscript(c) != ' ') {
      superscripts();
    } else {
      add(Kind.UNKNOWN, String.valueOf(c), at + 1);
    }
  }

  private void superscripts() {
    int end = at;
    StringBuilder power = new StringBuilder();
    while (end < text.length && superscript(text[end]) != ' ' && power.length() < 10) {
      power.append(superscript(text[end]));
      end++;
    }
    String value = power.toString();
    boolean number =
        value.chars().skip(1).allMatch(Character::isDigit)
            && Character.isDigit(value.charAt(value.length() - 1));
    if (!number) {
      add(Kind.UNKNOWN, value, end);
      return;
    }
    int start = at;
    tokens.add(new MathToken(Kind.MARK, "^", null, spaced, start, end));
    tokens.add(new MathToken(Kind.MARK, "{", null, false, start, end));
    MathNode.Literal literal = MathNode.Literal.whole(Long.parseLong(value));
    tokens.add(new MathToken(Kind.NUMBER, "", literal, false, start, end));
    tokens.add(new MathToken(Kind.MARK, "}", null, false, start, end));
    moveTo(end);
  }

  private static char superscript(char c) {
    int digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
    return digit >= 0 ? (char) ('0' + digit) : c == '⁻' ? '-' : ' ';
  }

  private void mark(char c) {
    if (c == '$') {
      boolean money = dollars % 2 == 1 && (isDigit(at + 1) || startsWith(".", at + 1));
      dollars -= money ? 1 : 0;
      if (money) {
        add(Kind.MARK, "money$", at + 1);
      } else {
        spaced = true;
        at++;
      }
    } else if (startsWith("**", at)) {
      add(Kind.MARK, "^", at + 2);
    } else if (startsWith("<=", at) || startsWith(">=", at) || startsWith("+-", at)) {
      add(Kind.MARK, new String(text, at, 2), at + 2);
    } else if (startsWith("+/-", at)) {
      add(Kind.MARK, "+-", at + 3);
    } else if (startsWith("!=", at)) {
      unequal();
    } else if (startsWith("==", at)) {
      add(Kind.MARK, "=", at + 2);
    } else if (startsWith("||", at)) {
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

  private int skipBlanks(int from) {
    int end = from;
    while (end < text.length && text[end] == ' ') {
      end++;
    }
    return end;
  }

  private boolean startsWith(String mark, int from) {
    if (from + mark.length() > text.length) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if (text[from + i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDigit(int index) {
    return index < text.length && text[index] >= '0' && text[index] <= '9';
  }

  private boolean isAsciiLetter(int index) {
    return index < text.length
        && ((text[index] >= 'a' && text[index] <= 'z')
            || (text[index] >= 'A' && text[index] <= 'Z'));
  }

  private boolean isLetter(int index) {
    return index < text.length
        && (isAsciiLetter(index) || (text[index] > 0x7F && Character.isLetter(text[index])));
  }
}
