package org.galton.task.judge.math;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.task.judge.math.tree.Bracket;
import org.galton.task.judge.math.tree.MathNode;

/** Compares lists, sets, tuples, intervals and matrices, item by item. */
final class GroupDecision {
  private final Deciding deciding;

  GroupDecision(Deciding deciding) {
    this.deciding = deciding;
  }

  boolean isGroup(MathNode node) {
    return node instanceof MathNode.Listed
        || node instanceof MathNode.Bracketed
        || node instanceof MathNode.Matrix;
  }

  MathDecision decide(MathNode reference, MathNode answer) {
    if (reference instanceof MathNode.Matrix right) {
      return matrix(right, answer);
    }
    if (reference instanceof MathNode.Listed right) {
      return bare(right, answer);
    }
    MathNode.Bracketed right = (MathNode.Bracketed) reference;
    if (deciding.rules().brackets() == MathRules.Brackets.LOOSE && isGroup(answer)) {
      return right.open() == Bracket.CURLY
          ? sets(right.items(), items(answer))
          : ordered(right.items(), items(answer));
    }
    if (right.open() == Bracket.CURLY) {
      return set(right, answer);
    }
    boolean sameBrackets =
        answer instanceof MathNode.Bracketed given
            && given.open() == right.open()
            && given.close() == right.close();
    boolean round = right.open() == Bracket.ROUND && right.close() == Bracket.ROUND;
    boolean list = round || (right.open() == right.close() && right.items().size() != 2);
    boolean vector = round && answer instanceof MathNode.Matrix matrix && isVector(matrix);
    if (sameBrackets || vector || (list && answer instanceof MathNode.Listed)) {
      return ordered(right.items(), items(answer));
    }
    return MathDecision.unequal("other brackets");
  }

  private static List<MathNode> items(MathNode group) {
    if (group instanceof MathNode.Listed listed) {
      return listed.items();
    } else if (group instanceof MathNode.Bracketed bracketed) {
      return bracketed.items();
    } else if (group instanceof MathNode.Matrix matrix) {
      return matrix.rows().stream().flatMap(List::stream).toList();
    }
    return List.of(group);
  }

  /** Any brackets, but those of a half-open interval; names that differ give the order. */
  private MathDecision bare(MathNode.Listed right, MathNode answer) {
    boolean list =
        answer instanceof MathNode.Listed
            || (answer instanceof MathNode.Bracketed given && given.open() == given.close());
    if (!list) {
      return MathDecision.unequal("a list beside one value");
    }
    List<MathNode> given = items(answer);
    if (hasNames(right.items())) {
      return hasNames(given) ? unordered(right.items(), given) : ordered(right.items(), given);
    }
    MathDecision asWritten = unordered(right.items(), given);
    boolean set =
        answer instanceof MathNode.Bracketed bracketed && bracketed.open() == Bracket.CURLY;
    return asWritten.equal() || !set ? asWritten : unordered(right.items(), distinct(given));
  }

  /** Whether the items are values of different names, so that a bare value has its place. */
  private static boolean hasNames(List<MathNode> items) {
    Set<MathNode> names = new HashSet<>();
    for (MathNode item : items) {
      boolean equation =
          item instanceof MathNode.Chain chain
              && Readings.isEquality(chain)
              && Readings.isNamed(chain.members().get(0));
      if (!equation) {
        return false;
      }
      MathNode name = ((MathNode.Chain) item).members().get(0);
      names.add(
          name instanceof MathNode.Name one
              ? new MathNode.Name(one.text().replaceFirst("_[0-9]+$", ""))
              : name);
    }
    return names.size() > 1;
  }

  private MathDecision set(MathNode.Bracketed right, MathNode answer) {
    boolean braces = answer instanceof MathNode.Bracketed given && given.open() == Bracket.CURLY;
    boolean bare = !(answer instanceof MathNode.Bracketed) && !(answer instanceof MathNode.Matrix);
    if (!braces && !bare) {
      return MathDecision.unequal("other brackets");
    }
    return sets(right.items(), items(answer));
  }

  private MathDecision sets(List<MathNode> right, List<MathNode> given) {
    return unordered(distinct(right), distinct(given));
  }

  private List<MathNode> distinct(List<MathNode> items) {
    List<MathNode> kept = new ArrayList<>();
    for (MathNode item : items) {
      if (kept.stream().noneMatch(one -> deciding.same(one, item).equal())) {
        kept.add(item);
      }
    }
    return kept;
  }

  /** Each item of the one finds another equal item of the other, the first that is left. */
  private MathDecision unordered(List<MathNode> right, List<MathNode> given) {
    if (right.size() != given.size()) {
      return MathDecision.unequal(sizes(right, given));
    }
    List<MathNode> left = new ArrayList<>(given);
    for (MathNode item : right) {
      int found = -1;
      for (int i = 0; i < left.size() && found < 0; i++) {
        found = deciding.same(item, left.get(i)).equal() ? i : -1;
      }
      if (found < 0) {
        return MathDecision.unequal("an item of the reference is missing");
      }
      left.remove(found);
    }
    return MathDecision.equal("as " + right.size() + " items in any order");
  }

  private MathDecision ordered(List<MathNode> right, List<MathNode> given) {
    if (right.size() != given.size()) {
      return MathDecision.unequal(sizes(right, given));
    }
    for (int i = 0; i < right.size(); i++) {
      MathDecision item = deciding.same(right.get(i), given.get(i));
      if (!item.equal()) {
        return MathDecision.unequal("item " + (i + 1) + ": " + item.how());
      }
    }
    return MathDecision.equal("as " + right.size() + " items in order");
  }

  private static String sizes(List<MathNode> right, List<MathNode> given) {
    return given.size() + " items instead of " + right.size();
  }

  private static boolean isVector(MathNode.Matrix matrix) {
    return matrix.rows().size() == 1 || matrix.rows().get(0).size() == 1;
  }

  private MathDecision matrix(MathNode.Matrix right, MathNode answer) {
    boolean tuple =
        answer instanceof MathNode.Bracketed given
            && given.open() == Bracket.ROUND
            && given.close() == Bracket.ROUND;
    if (tuple && isVector(right)) {
      return ordered(items(right), items(answer));
    }
    boolean shape =
        answer instanceof MathNode.Matrix given
            && given.rows().size() == right.rows().size()
            && given.rows().get(0).size() == right.rows().get(0).size();
    return shape
        ? ordered(items(right), items(answer))
        : MathDecision.unequal("no matrix of the same size");
  }
}
