package org.galton.task.judge.math.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.Bracket;
import org.galton.task.judge.math.tree.Connective;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Relation;
import org.galton.task.judge.math.tree.Scalars;
import org.galton.task.judge.math.tree.SetOperation;

/** Lists of chains of relations between sets, ratios and numbers with units. */
final class ListParser {
  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "=", Relation.EQUAL,
          "!=", Relation.UNEQUAL,
          "<", Relation.LESS,
          "<=", Relation.AT_MOST,
          ">", Relation.MORE,
          ">=", Relation.AT_LEAST,
          "in", Relation.IN,
          "~=", Relation.ABOUT);

  private static final Map<String, SetOperation> OPERATIONS =
      Map.of(
          "cup", SetOperation.UNION,
          "cap", SetOperation.INTERSECTION,
          "setminus", SetOperation.DIFFERENCE);

  private final TokenCursor cursor;
  private final MemberParser members;

  ListParser(TokenCursor cursor, Set<String> letters) {
    this.cursor = cursor;
    this.members = new MemberParser(cursor, new OperandParser(cursor, letters, this));
  }

  /** One item, or several with a comma, a semicolon or a word between. */
  MathNode list() {
    cursor.deeper();
    List<MathNode> items = new ArrayList<>();
    items.add(item());
    Connective connective = Connective.COMMA;
    while (true) {
      TokenCursor.Place place = cursor.place();
      Connective next = connective();
      if (next == null) {
        break;
      }
      try {
        items.add(item());
        cursor.countCell();
      } catch (NotMathematics e) {
        cursor.backTo(place);
        break;
      }
      if (next != Connective.COMMA) {
        if (connective != Connective.COMMA && connective != next) {
          throw cursor.refuse();
        }
        connective = next;
      }
    }
    cursor.shallower();
    return items.size() == 1 ? items.get(0) : new MathNode.Listed(connective, List.copyOf(items));
  }

  /** Null where no list goes on. */
  private Connective connective() {
    boolean comma = cursor.take(",") || cursor.take(";");
    if (cursor.take("and")) {
      return Connective.AND;
    }
    return cursor.take("or") ? Connective.OR : comma ? Connective.COMMA : null;
  }

  /** A chain of relations. */
  MathNode item() {
    List<MathNode> sides = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    sides.add(side());
    while (cursor.peek().kind() == Kind.MARK && RELATIONS.containsKey(cursor.peek().text())) {
      TokenCursor.Place place = cursor.place();
      try {
        Relation relation = RELATIONS.get(cursor.next().text());
        sides.add(side());
        relations.add(relation);
      } catch (NotMathematics e) {
        cursor.backTo(place);
        break;
      }
    }
    return relations.isEmpty()
        ? sides.get(0)
        : new MathNode.Chain(List.copyOf(sides), List.copyOf(relations));
  }

  private MathNode side() {
    MathNode left = members.member();
    if (cursor.peek().is(":")) {
      return members.ratio(left);
    }
    while (true) {
      SetOperation operation = operation(left);
      if (operation == null) {
        return left;
      }
      TokenCursor.Place place = cursor.place();
      try {
        cursor.next();
        MathNode right = members.member();
        if (Scalars.isScalar(right) || Scalars.isScalar(left)) {
          throw cursor.refuse();
        }
        left = new MathNode.Combined(operation, left, right);
      } catch (NotMathematics e) {
        cursor.backTo(place);
        return left;
      }
    }
  }

  /** A plain U between two intervals, or a minus before a set, is also one; null where none is. */
  private SetOperation operation(MathNode left) {
    MathToken token = cursor.peek();
    if (token.kind() == Kind.MARK && OPERATIONS.containsKey(token.text())) {
      return OPERATIONS.get(token.text());
    }
    boolean interval =
        left instanceof MathNode.Combined
            || (left instanceof MathNode.Bracketed bracketed && bracketed.open() != Bracket.CURLY);
    boolean opens = cursor.peek(1).is("(") || cursor.peek(1).is("[") || cursor.peek(1).is("\\{");
    if (interval && opens && token.isWord() && token.text().equals("U")) {
      return SetOperation.UNION;
    }
    return left instanceof MathNode.NumberSet && token.is("-") && cursor.peek(1).is("\\{")
        ? SetOperation.DIFFERENCE
        : null;
  }
}
