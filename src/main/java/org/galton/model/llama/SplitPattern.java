package org.galton.model.llama;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of a {@code tokenizer.json}, which Oniguruma runs by backtracking: it ends
 * the process when a match takes more than ten million steps, or when groups are too deep for the
 * stack. So the steps of a match are bounded here from the pattern alone. With n characters of text
 * a match tries at most a + b · n paths: a repeat without end that something after it can send back
 * has n, an alternation the sum of its branches, a sequence the product of its parts. Published
 * patterns have a b below 10. What repeats must have one path only, else the paths grow as a power
 * of n or faster.
 *
 * <p>The syntax is the part of Ruby's that such patterns use: neither backreferences nor calls,
 * conditions or comments.
 *
 * @param least fewest characters of a match
 * @param longest most characters of a text that it may be run on
 */
record SplitPattern(int least, int longest) {
  private static final int MOST_CHARACTERS = 4_000;
  private static final int MOST_LEVELS = 50;
  private static final int MOST_REPEATS = 1_000;
  private static final int MOST_SIZE = 20_000;
  private static final double MOST_WAYS = 100;
  private static final double MOST_PATHS = 4_000_000;
  private static final int ENDLESS = -1;

  /**
   * @throws IllegalArgumentException saying what is found in it and what is expected
   */
  static SplitPattern of(String pattern) {
    if (pattern.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "%,d characters, expected at most %,d".formatted(pattern.length(), MOST_CHARACTERS));
    }
    Node root = new Parser(pattern).pattern();
    if (root.size() > MOST_SIZE) {
      throw new IllegalArgumentException(
          "repeats that make %,d characters of it, expected at most %,d"
              .formatted(root.size(), MOST_SIZE));
    }
    Paths paths = root.paths(false);
    if (paths.steep()) {
      throw new IllegalArgumentException(
          "repeats without end that share a text in more than one way, expected at most one such"
              + " repeat before a part that can fail");
    }
    if (paths.constant() > MOST_WAYS || paths.slope() > MOST_WAYS) {
      throw new IllegalArgumentException(
          "choices that combine in too many ways, expected at most %,.0f".formatted(MOST_WAYS));
    }
    double longest = paths.slope() == 0 ? Integer.MAX_VALUE : MOST_PATHS / paths.slope();
    return new SplitPattern(root.least(), (int) longest);
  }

  /** So many paths: {@code constant} + {@code slope} · n, and more where {@code steep}. */
  private record Paths(double constant, double slope, boolean steep) {
    static final Paths NONE = new Paths(0, 0, false);
    static final Paths ONE = new Paths(1, 0, false);

    Paths then(Paths next) {
      return new Paths(
          constant * next.constant,
          constant * next.slope + slope * next.constant,
          steep || next.steep || slope * next.slope > 0);
    }

    Paths or(Paths other) {
      return new Paths(constant + other.constant, slope + other.slope, steep || other.steep);
    }
  }

  private sealed interface Node {
    /**
     * @param sentBack whether a part after this one can fail, so that other paths are tried
     */
    Paths paths(boolean sentBack);

    boolean canFail();

    int least();

    long size();
  }

  /** One character of a set. */
  private record OneOf() implements Node {
    @Override
    public Paths paths(boolean sentBack) {
      return Paths.ONE;
    }

    @Override
    public boolean canFail() {
      return true;
    }

    @Override
    public int least() {
      return 1;
    }

    @Override
    public long size() {
      return 1;
    }
  }

  /** A place in the text, or a look at what is around it. */
  private record Around(Node seen) implements Node {
    @Override
    public Paths paths(boolean sentBack) {
      return seen.paths(false);
    }

    @Override
    public boolean canFail() {
      return true;
    }

    @Override
    public int least() {
      return 0;
    }

    @Override
    public long size() {
      return 1 + seen.size();
    }
  }

  /** A part that keeps the first path that it finds. */
  private record Atomic(Node part) implements Node {
    @Override
    public Paths paths(boolean sentBack) {
      return part.paths(false);
    }

    @Override
    public boolean canFail() {
      return part.canFail();
    }

    @Override
    public int least() {
      return part.least();
    }

    @Override
    public long size() {
      return part.size();
    }
  }

  private record Sequence(List<Node> parts) implements Node {
    @Override
    public Paths paths(boolean sentBack) {
      Paths paths = Paths.ONE;
      Paths last = Paths.NONE;
      boolean fails = sentBack;
      for (int i = parts.size() - 1; i >= 0; i--) {
        Paths part = parts.get(i).paths(fails);
        fails |= parts.get(i).canFail();
        // What cannot fail, at the end, is tried once: after the path that led there.
        if (fails) {
          paths = part.then(paths);
        } else {
          last = last.or(part);
        }
      }
      return paths.or(last);
    }

    @Override
    public boolean canFail() {
      return parts.stream().anyMatch(Node::canFail);
    }

    @Override
    public int least() {
      return parts.stream().mapToInt(Node::least).sum();
    }

    @Override
    public long size() {
      return parts.stream().mapToLong(Node::size).sum();
    }
  }

  private record Choice(List<Node> branches) implements Node {
    @Override
    public Paths paths(boolean sentBack) {
      return branches.stream()
          .map(branch -> branch.paths(sentBack))
          .reduce(Paths::or)
          .orElseThrow();
    }

    @Override
    public boolean canFail() {
      return branches.stream().allMatch(Node::canFail);
    }

    @Override
    public int least() {
      return branches.stream().mapToInt(Node::least).min().orElseThrow();
    }

    @Override
    public long size() {
      return branches.stream().mapToLong(Node::size).sum();
    }
  }

  private record Repeat(Node part, int from, int to) implements Node {
    @Override
    public Paths paths(boolean sentBack) {
      if (from == 0 && to == 1) {
        Paths once = part.paths(sentBack);
        return sentBack ? once.or(Paths.ONE) : once;
      }
      Paths each = part.paths(true);
      if (each.equals(Paths.ONE)) {
        if (!sentBack || from == to) {
          return Paths.ONE;
        }
        return to == ENDLESS ? new Paths(0, 1, false) : new Paths(to - from + 1.0, 0, false);
      }
      if (to == ENDLESS || each.slope() > 0 || each.steep()) {
        throw new IllegalArgumentException(
            "a repeat of a part that can match the same text in several ways, expected one way");
      }
      return new Paths(Math.pow(each.constant() + (from == to ? 0 : 1), to), 0, false);
    }

    @Override
    public boolean canFail() {
      return from > 0 && part.canFail();
    }

    @Override
    public int least() {
      return from * part.least();
    }

    @Override
    public long size() {
      return part.size() * Math.max(1, Math.max(from, to));
    }
  }

  private static final class Parser {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{0,6})(,?)(\\d{0,6})\\}");
    private static final Pattern OPTIONS = Pattern.compile("\\(\\?[im]*(?:-[im]+)?([:)])");
    private static final Pattern NAMED = Pattern.compile("\\(\\?<[A-Za-z]\\w*>");
    private static final Pattern ESCAPE =
        Pattern.compile(
            "\\\\(?:[pP]\\{\\^?[\\w ]+\\}|x\\{[0-9A-Fa-f]{1,6}\\}|x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{4}"
                + "|[dDwWsShHrntfvae]|[^A-Za-z0-9])",
            Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\\\[bBAzZ]");
    private static final Pattern POSIX = Pattern.compile("\\[:\\^?[a-z]+:\\]");

    private final String text;
    private int at;
    private int level;

    Parser(String text) {
      this.text = text;
    }

    Node pattern() {
      Node node = choice();
      if (at < text.length()) {
        throw unexpected("a ) without its (");
      }
      return node;
    }

    private Node choice() {
      List<Node> branches = new ArrayList<>();
      branches.add(sequence());
      while (take("|")) {
        branches.add(sequence());
      }
      return branches.size() == 1 ? branches.get(0) : new Choice(branches);
    }

    private Node sequence() {
      List<Node> parts = new ArrayList<>();
      while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
        parts.add(repeated(part()));
      }
      return new Sequence(parts);
    }

    private Node part() {
      char c = text.charAt(at);
      if (c == '(') {
        return group();
      }
      if (c == '[') {
        set();
        return new OneOf();
      }
      if (c == '^' || c == '$') {
        at++;
        return new Around(new Sequence(List.of()));
      }
      if (c == '*' || c == '+' || c == '?') {
        throw unexpected("a repeat of nothing");
      }
      if (c == '\\') {
        boolean place = match(PLACE) != null;
        if (!place && match(ESCAPE) == null) {
          throw unexpected("an escape that is not known here");
        }
        return place ? new Around(new Sequence(List.of())) : new OneOf();
      }
      at += Character.charCount(text.codePointAt(at));
      return new OneOf();
    }

    private Node repeated(Node part) {
      Node node = part;
      while (at < text.length()) {
        Matcher count;
        if (take("*")) {
          node = kept(new Repeat(node, 0, ENDLESS));
        } else if (take("+")) {
          node = kept(new Repeat(node, 1, ENDLESS));
        } else if (take("?")) {
          node = kept(new Repeat(node, 0, 1));
        } else if (text.charAt(at) == '{' && (count = count()) != null) {
          boolean exact = count.group(2).isEmpty();
          int from = number(count.group(1), 0);
          int to = exact ? from : number(count.group(3), ENDLESS);
          if (to != ENDLESS && to < from) {
            throw unexpected("a repeat to less than from");
          }
          node = new Repeat(node, from, to);
          // Ruby reads a{2}? as (?:a{2})?, and a{2,3}+ as (?:a{2,3})+.
          if (!exact) {
            take("?");
          }
        } else {
          return node;
        }
      }
      return node;
    }

    /** With the sign that makes the repeat reluctant or possessive. */
    private Node kept(Repeat repeat) {
      if (take("+")) {
        return new Atomic(repeat);
      }
      take("?");
      return repeat;
    }

    private Matcher count() {
      int start = at;
      Matcher count = match(COUNT);
      if (count != null && count.group(1).isEmpty() && count.group(3).isEmpty()) {
        at = start;
        return null;
      }
      return count;
    }

    private int number(String digits, int otherwise) {
      int number = digits.isEmpty() ? otherwise : Integer.parseInt(digits);
      if (number > MOST_REPEATS) {
        throw unexpected("a repeat of more than %,d".formatted(MOST_REPEATS));
      }
      return number;
    }

    private Node group() {
      if (++level > MOST_LEVELS) {
        throw unexpected("groups in more than %d levels".formatted(MOST_LEVELS));
      }
      Node node;
      Matcher options;
      if (take("(?=") || take("(?!") || take("(?<=") || take("(?<!")) {
        node = new Around(closed());
      } else if (take("(?>")) {
        node = new Atomic(closed());
      } else if (match(NAMED) != null) {
        node = closed();
      } else if ((options = match(OPTIONS)) != null) {
        // In Ruby a(?i)b|c is a(?i:b|c).
        node = options.group(1).equals(":") ? closed() : choice();
      } else if (text.startsWith("(?", at) || text.startsWith("(*", at)) {
        throw unexpected("a group that is not known here");
      } else {
        at++;
        node = closed();
      }
      level--;
      return node;
    }

    private Node closed() {
      Node node = choice();
      if (!take(")")) {
        throw unexpected("a ( without its )");
      }
      return node;
    }

    private void set() {
      if (++level > MOST_LEVELS) {
        throw unexpected("sets in more than %d levels".formatted(MOST_LEVELS));
      }
      at++;
      take("^");
      if (text.startsWith("]", at)) {
        throw unexpected("a set that begins with ]");
      }
      while (!take("]")) {
        if (at >= text.length()) {
          throw unexpected("a [ without its ]");
        }
        char c = text.charAt(at);
        if (c == '[') {
          if (!text.startsWith("[:", at)) {
            set();
          } else if (match(POSIX) == null) {
            throw unexpected("a class of characters that is not known here");
          }
        } else if (c == '\\') {
          if (match(ESCAPE) == null && !take("\\b")) {
            throw unexpected("an escape that is not known here");
          }
        } else {
          at++;
        }
      }
      level--;
    }

    private boolean take(String sign) {
      boolean found = text.startsWith(sign, at);
      at += found ? sign.length() : 0;
      return found;
    }

    private Matcher match(Pattern pattern) {
      Matcher matcher = pattern.matcher(text).region(at, text.length());
      if (!matcher.lookingAt()) {
        return null;
      }
      at = matcher.end();
      return matcher;
    }

    private IllegalArgumentException unexpected(String what) {
      return new IllegalArgumentException(
          "%s at character %d, expected a pattern of the kind that tokenizers are published with"
              .formatted(what, at + 1));
    }
  }
}
