package org.galton.model.llama.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of Ruby's syntax that the patterns of tokenizers use. */
final class PatternParser {
  private static final int MOST_LEVELS = 50;
  private static final int MOST_REPEATS = 1_000;

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

  PatternParser(String text) {
    this.text = text;
  }

  PatternNode pattern() {
    PatternNode node = choice();
    if (at < text.length()) {
      throw unexpected("a ) without its (");
    }
    return node;
  }

  private PatternNode choice() {
    List<PatternNode> branches = new ArrayList<>();
    branches.add(sequence());
    while (take("|")) {
      branches.add(sequence());
    }
    return branches.size() == 1 ? branches.get(0) : new PatternNode.Choice(branches);
  }

  private PatternNode sequence() {
    List<PatternNode> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      parts.add(repeated(part()));
    }
    return new PatternNode.Sequence(parts);
  }

  private PatternNode part() {
    char c = text.charAt(at);
    if (c == '(') {
      return group();
    }
    if (c == '[') {
      set();
      return new PatternNode.OneOf();
    }
    if (c == '^' || c == '$') {
      at++;
      return new PatternNode.Around(new PatternNode.Sequence(List.of()));
    }
    if (c == '*' || c == '+' || c == '?') {
      throw unexpected("a repeat of nothing");
    }
    if (c == '\\') {
      boolean place = match(PLACE) != null;
      if (!place && match(ESCAPE) == null) {
        throw unexpected("an escape that is not known here");
      }
      return place
          ? new PatternNode.Around(new PatternNode.Sequence(List.of()))
          : new PatternNode.OneOf();
    }
    at += Character.charCount(text.codePointAt(at));
    return new PatternNode.OneOf();
  }

  private PatternNode repeated(PatternNode part) {
    PatternNode node = part;
    while (at < text.length()) {
      Matcher count;
      if (take("*")) {
        node = kept(new PatternNode.Repeat(node, 0, PatternNode.ENDLESS));
      } else if (take("+")) {
        node = kept(new PatternNode.Repeat(node, 1, PatternNode.ENDLESS));
      } else if (take("?")) {
        node = kept(new PatternNode.Repeat(node, 0, 1));
      } else if (text.charAt(at) == '{' && (count = count()) != null) {
        boolean exact = count.group(2).isEmpty();
        int from = number(count.group(1), 0);
        int to = exact ? from : number(count.group(3), PatternNode.ENDLESS);
        if (to != PatternNode.ENDLESS && to < from) {
          throw unexpected("a repeat to less than from");
        }
        node = new PatternNode.Repeat(node, from, to);
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
  private PatternNode kept(PatternNode.Repeat repeat) {
    if (take("+")) {
      return new PatternNode.Atomic(repeat);
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

  private PatternNode group() {
    if (++level > MOST_LEVELS) {
      throw unexpected("groups in more than %d levels".formatted(MOST_LEVELS));
    }
    PatternNode node;
    Matcher options;
    if (take("(?=") || take("(?!") || take("(?<=") || take("(?<!")) {
      node = new PatternNode.Around(closed());
    } else if (take("(?>")) {
      node = new PatternNode.Atomic(closed());
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

  private PatternNode closed() {
    PatternNode node = choice();
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
