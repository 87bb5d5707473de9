package org.galton.task.judge.math;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.galton.task.judge.math.tree.Bracket;
import org.galton.task.judge.math.tree.Connective;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Relation;
import org.galton.task.judge.math.value.Work;

/**
 * A set of real numbers as disjoint pieces in order.
 *
 * @param name of the number in the inequality that it was read from, or empty
 */
record RealSet(List<RealPiece> pieces, String name) {

  /** Empty where the node is no interval, no set of numbers, and no inequality that is solved. */
  static Optional<RealSet> of(MathNode node, Work work) {
    if (node instanceof MathNode.Bracketed bracketed) {
      return bracketed(bracketed, work);
    } else if (node instanceof MathNode.NumberSet set) {
      return set.letter().equals("R")
          ? Optional.of(new RealSet(List.of(RealPiece.ALL), ""))
          : Optional.empty();
    } else if (node instanceof MathNode.Combined combined) {
      Optional<RealSet> left = of(combined.left(), work);
      Optional<RealSet> right = of(combined.right(), work);
      return left.isEmpty() || right.isEmpty()
          ? Optional.empty()
          : Optional.of(
              switch (combined.operation()) {
                case UNION -> left.get().union(right.get());
                case INTERSECTION -> left.get().intersection(right.get());
                case DIFFERENCE -> left.get().intersection(right.get().complement());
              });
    } else if (node instanceof MathNode.Listed listed) {
      return joined(listed, work);
    } else if (node instanceof MathNode.Chain chain) {
      return solved(chain, work);
    }
    return Optional.empty();
  }

  private static Optional<RealSet> bracketed(MathNode.Bracketed bracketed, Work work) {
    List<RealEdge> edges = new ArrayList<>();
    for (MathNode item : bracketed.items()) {
      Optional<RealEdge> edge = RealEdge.of(item, work);
      if (edge.isEmpty()) {
        return Optional.empty();
      }
      edges.add(edge.get());
    }
    if (bracketed.open() == Bracket.CURLY) {
      RealSet points = new RealSet(List.of(), "");
      for (RealEdge edge : edges) {
        points = points.union(new RealSet(List.of(RealPiece.point(edge)), ""));
      }
      return Optional.of(points);
    }
    if (edges.size() != 2 || edges.get(0).compareTo(edges.get(1)) >= 0) {
      return Optional.empty();
    }
    RealPiece piece =
        new RealPiece(
            edges.get(0),
            bracketed.open() == Bracket.SQUARE,
            edges.get(1),
            bracketed.close() == Bracket.SQUARE);
    return Optional.of(new RealSet(List.of(piece), ""));
  }

  /** Inequalities or sets joined by "or" or "and". */
  private static Optional<RealSet> joined(MathNode.Listed listed, Work work) {
    if (listed.connective() == Connective.COMMA) {
      return Optional.empty();
    }
    RealSet all = null;
    for (MathNode item : listed.items()) {
      Optional<RealSet> next = of(item, work);
      if (next.isEmpty() || (all != null && !all.name.equals(next.get().name))) {
        return Optional.empty();
      }
      boolean or = listed.connective() == Connective.OR;
      all = all == null ? next.get() : or ? all.union(next.get()) : all.intersection(next.get());
    }
    return Optional.ofNullable(all);
  }

  /** One name alone between constants. */
  private static Optional<RealSet> solved(MathNode.Chain chain, Work work) {
    int at = -1;
    for (int i = 0; i < chain.members().size(); i++) {
      MathNode member = chain.members().get(i);
      if (member instanceof MathNode.Name && at < 0) {
        at = i;
      } else if (!Constants.isConstant(member)) {
        return Optional.empty();
      }
    }
    boolean sided = chain.members().size() == 2 || (chain.members().size() == 3 && at == 1);
    if (at < 0 || !sided) {
      return Optional.empty();
    }
    String name = ((MathNode.Name) chain.members().get(at)).text();
    if (chain.relations().equals(List.of(Relation.IN)) && at == 0) {
      return of(chain.members().get(1), work).map(set -> new RealSet(set.pieces, name));
    }
    RealSet all = new RealSet(List.of(RealPiece.ALL), name);
    for (int i = 0; i < chain.members().size(); i++) {
      if (i != at) {
        Relation relation =
            i < at ? chain.relations().get(i).flipped() : chain.relations().get(i - 1);
        Optional<RealEdge> edge = RealEdge.of(chain.members().get(i), work);
        Optional<RealSet> side = edge.flatMap(value -> side(relation, value));
        if (side.isEmpty()) {
          return Optional.empty();
        }
        all = all.intersection(side.get());
      }
    }
    return Optional.of(all);
  }

  /** The numbers that stand in the relation to the edge. */
  private static Optional<RealSet> side(Relation relation, RealEdge edge) {
    RealSet point = new RealSet(List.of(RealPiece.point(edge)), "");
    RealSet below = new RealSet(List.of(new RealPiece(RealEdge.LOWEST, false, edge, false)), "");
    return switch (relation) {
      case EQUAL -> Optional.of(point);
      case UNEQUAL -> Optional.of(point.complement());
      case LESS -> Optional.of(below);
      case AT_MOST -> Optional.of(below.union(point));
      case MORE -> Optional.of(below.union(point).complement());
      case AT_LEAST -> Optional.of(below.complement());
      case IN, ABOUT -> Optional.empty();
    };
  }

  RealSet union(RealSet other) {
    List<RealPiece> all = new ArrayList<>(pieces);
    all.addAll(other.pieces);
    all.removeIf(RealPiece::isEmpty);
    all.sort(Comparator.naturalOrder());
    List<RealPiece> merged = new ArrayList<>();
    for (RealPiece piece : all) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).touches(piece)) {
        merged.set(last, merged.get(last).merged(piece));
      } else {
        merged.add(piece);
      }
    }
    return new RealSet(List.copyOf(merged), name.isEmpty() ? other.name : name);
  }

  RealSet complement() {
    List<RealPiece> gaps = new ArrayList<>();
    RealEdge from = RealEdge.LOWEST;
    boolean closed = false;
    for (RealPiece piece : pieces) {
      gaps.add(new RealPiece(from, closed, piece.low(), !piece.lowIn()));
      from = piece.high();
      closed = !piece.highIn();
    }
    gaps.add(new RealPiece(from, closed, RealEdge.HIGHEST, false));
    gaps.removeIf(RealPiece::isEmpty);
    return new RealSet(List.copyOf(gaps), name);
  }

  RealSet intersection(RealSet other) {
    return complement().union(other.complement()).complement();
  }

  boolean isSame(RealSet other, Deciding deciding) {
    if (pieces.size() != other.pieces.size()) {
      return false;
    }
    for (int i = 0; i < pieces.size(); i++) {
      RealPiece right = pieces.get(i);
      RealPiece given = other.pieces.get(i);
      boolean same =
          right.lowIn() == given.lowIn()
              && right.highIn() == given.highIn()
              && right.low().isSame(given.low(), deciding)
              && right.high().isSame(given.high(), deciding);
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
