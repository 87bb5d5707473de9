package org.galton.task.judge.math.parse;

import java.util.ArrayList;
import java.util.List;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.Bracket;
import org.galton.task.judge.math.tree.Connective;
import org.galton.task.judge.math.tree.MathNode;

/** Tuples, sets, intervals, matrices and groups. */
final class BracketParser {
  private static final String MATRICES =
      " matrix pmatrix bmatrix Bmatrix vmatrix array smallmatrix ";

  private final TokenCursor cursor;
  private final ListParser lists;

  BracketParser(TokenCursor cursor, ListParser lists) {
    this.cursor = cursor;
    this.lists = lists;
  }

  MathNode bracketed() {
    cursor.deeper();
    String open = cursor.next().text();
    MathNode inside =
        switch (open) {
          case "(" -> items(Bracket.ROUND);
          case "[" -> items(Bracket.SQUARE);
          case "langle" -> items(Bracket.ROUND);
          case "\\{" -> set();
          case "{" -> group();
          case "empty" -> new MathNode.Bracketed(Bracket.CURLY, Bracket.CURLY, List.of());
          default -> other(open);
        };
    cursor.shallower();
    return inside;
  }

  private MathNode other(String open) {
    if (open.startsWith("set:")) {
      return new MathNode.NumberSet(open.substring("set:".length()));
    }
    String environment = open.startsWith("begin:") ? open.substring("begin:".length()) : "";
    if (environment.isEmpty() || !MATRICES.contains(" " + environment + " ")) {
      throw NotMathematics.here();
    }
    return matrix(environment);
  }

  private MathNode items(Bracket open) {
    List<MathNode> items = several(lists.list());
    Bracket close =
        cursor.take(")") || cursor.take("rangle")
            ? Bracket.ROUND
            : cursor.take("]") ? Bracket.SQUARE : null;
    if (close == null) {
      throw NotMathematics.here();
    }
    if (items.size() == 1 && open == Bracket.ROUND && close == Bracket.ROUND) {
      return items.get(0);
    }
    if (open != close && items.size() != 2) {
      throw cursor.refuse();
    }
    MathNode.Matrix matrix = open == Bracket.SQUARE ? asMatrix(items) : null;
    return matrix == null ? new MathNode.Bracketed(open, close, items) : matrix;
  }

  /** [[0,2],[1,3]]; null where not all items are rows of one length. */
  private static MathNode.Matrix asMatrix(List<MathNode> items) {
    List<List<MathNode>> rows = new ArrayList<>();
    for (MathNode item : items) {
      boolean row =
          item instanceof MathNode.Bracketed bracketed
              && bracketed.open() == Bracket.SQUARE
              && bracketed.close() == Bracket.SQUARE;
      if (!row) {
        return null;
      }
      rows.add(((MathNode.Bracketed) item).items());
    }
    boolean even = rows.stream().allMatch(row -> row.size() == rows.get(0).size());
    return even ? new MathNode.Matrix(List.copyOf(rows)) : null;
  }

  private MathNode set() {
    if (cursor.take("\\}")) {
      return new MathNode.Bracketed(Bracket.CURLY, Bracket.CURLY, List.of());
    }
    List<MathNode> items = several(lists.list());
    boolean such =
        items.size() == 1 && (cursor.take("mid") || cursor.take("|") || cursor.take(":"));
    if (such) {
      return suchThat(items.get(0));
    }
    cursor.expect("\\}");
    return new MathNode.Bracketed(Bracket.CURLY, Bracket.CURLY, items);
  }

  /** {x | x > 2} is the condition, for one name of the real numbers. */
  private MathNode suchThat(MathNode element) {
    boolean real =
        element instanceof MathNode.Name
            || (element instanceof MathNode.Chain chain
                && chain.members().get(0) instanceof MathNode.Name
                && chain.members().size() == 2
                && chain.members().get(1).equals(new MathNode.NumberSet("R")));
    MathNode condition = lists.list();
    cursor.expect("\\}");
    boolean relations =
        condition instanceof MathNode.Chain
            || (condition instanceof MathNode.Listed listed
                && listed.connective() != Connective.COMMA
                && listed.items().stream().allMatch(item -> item instanceof MathNode.Chain));
    if (!real || !relations) {
      throw cursor.refuse();
    }
    return condition;
  }

  /** Braces that only hold together, or a set whose braces were not escaped. */
  private MathNode group() {
    MathNode inside = lists.list();
    cursor.expect("}");
    if (inside instanceof MathNode.Listed listed) {
      return new MathNode.Bracketed(Bracket.CURLY, Bracket.CURLY, several(listed));
    }
    return inside;
  }

  private List<MathNode> several(MathNode inside) {
    if (!(inside instanceof MathNode.Listed listed)) {
      return List.of(inside);
    }
    if (listed.connective() != Connective.COMMA) {
      throw cursor.refuse();
    }
    return listed.items();
  }

  private MathNode matrix(String environment) {
    List<List<MathNode>> rows = new ArrayList<>();
    while (cursor.peek().kind() != Kind.END && !cursor.peek().is("end:" + environment)) {
      List<MathNode> row = new ArrayList<>();
      do {
        row.add(lists.item());
        cursor.countCell();
      } while (cursor.take("&"));
      rows.add(List.copyOf(row));
      if (!cursor.take("\\\\")) {
        break;
      }
    }
    cursor.expect("end:" + environment);
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.size() != rows.get(0).size())) {
      throw cursor.refuse();
    }
    return new MathNode.Matrix(List.copyOf(rows));
  }
}
