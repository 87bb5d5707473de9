package org.galton.task.judge.math.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.MathNode;

/** A place in the tokens, and how much of the bounds is used. */
final class TokenCursor {
  private static final int DEEPEST = 64;
  private static final int MOST_NODES = 512;
  private static final int MOST_NAMES = 64;
  private static final int MOST_CELLS = 256;

  private final List<MathToken> tokens;
  private final Set<String> names = new HashSet<>();
  private int at;
  private int depth;
  private int nodes;
  private int cells;
  private boolean refused;

  TokenCursor(List<MathToken> tokens) {
    this.tokens = new ArrayList<>(tokens);
  }

  /** Where to come back to when what follows is not mathematics. */
  record Place(int at, int depth) {}

  Place place() {
    return new Place(at, depth);
  }

  /** Goes back, unless the text was refused for good. */
  void backTo(Place place) {
    if (refused) {
      throw NotMathematics.here();
    }
    at = place.at();
    depth = place.depth();
  }

  MathToken peek() {
    return tokens.get(at);
  }

  MathToken peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  MathToken next() {
    MathToken token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  boolean take(String mark) {
    boolean is = peek().is(mark);
    at += is ? 1 : 0;
    return is;
  }

  void expect(String mark) {
    if (!take(mark)) {
      throw NotMathematics.here();
    }
  }

  /** Puts one token in place of the next. */
  void replace(MathToken token) {
    tokens.set(at, token);
  }

  /** Makes two tokens of the two digits behind the next token, as LaTeX reads them. */
  void split() {
    MathToken both = tokens.remove(at + 1);
    for (int i = 1; i >= 0; i--) {
      String digit = both.text().substring(i, i + 1);
      MathNode.Literal number = MathNode.Literal.whole(digit.charAt(0) - '0');
      int start = both.start() + i;
      tokens.add(at + 1, new MathToken(Kind.NUMBER, digit, number, false, start, start + 1));
    }
  }

  /** Where the last token that was taken ends in the text. */
  int end() {
    return at == 0 ? 0 : tokens.get(at - 1).end();
  }

  void deeper() {
    depth++;
    bound(depth, DEEPEST);
  }

  void shallower() {
    depth--;
  }

  void countNode() {
    nodes++;
    bound(nodes, MOST_NODES);
  }

  void countCell() {
    cells++;
    bound(cells, MOST_CELLS);
  }

  void countName(String name) {
    names.add(name);
    bound(names.size(), MOST_NAMES);
  }

  /** The text has no one reading: nothing of it is read, not even its beginning. */
  NotMathematics refuse() {
    refused = true;
    return NotMathematics.here();
  }

  private void bound(int count, int most) {
    if (count > most) {
      throw refuse();
    }
  }
}
