package org.galton.task.judge.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.task.judge.math.tree.Bracket;
import org.galton.task.judge.math.tree.Connective;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Relation;
import org.galton.task.judge.math.tree.Scalars;
import org.galton.task.judge.math.value.Proportion;

/** Compares equations, inequalities and the sets of numbers that they describe. */
final class RelationDecision {
  private final Deciding deciding;

  RelationDecision(Deciding deciding) {
    this.deciding = deciding;
  }

  /** A chain, a union or the like, or inequalities joined by "or" and "and". */
  boolean isRelation(MathNode node) {
    return node instanceof MathNode.Chain
        || node instanceof MathNode.Combined
        || node instanceof MathNode.NumberSet
        || isJoined(node);
  }

  private static boolean isJoined(MathNode node) {
    return node instanceof MathNode.Listed listed
        && listed.connective() != Connective.COMMA
        && listed.items().stream().allMatch(RelationDecision::isOrderOrSet);
  }

  private static boolean isOrderOrSet(MathNode node) {
    return node instanceof MathNode.Combined
        || (node instanceof MathNode.Bracketed bracketed && bracketed.open() != Bracket.CURLY)
        || (node instanceof MathNode.Chain chain
            && chain.relations().stream().anyMatch(relation -> relation != Relation.EQUAL));
  }

  MathDecision decide(MathNode reference, MathNode answer) {
    if (reference instanceof MathNode.Chain chain && Readings.isEquality(chain)) {
      return equation(chain, answer);
    }
    MathDecision sets = ofSet(reference, answer);
    if (sets.equal()) {
      return sets;
    }
    if (reference instanceof MathNode.Chain right && answer instanceof MathNode.Chain given) {
      return chains(right, given);
    }
    return reference.equals(answer) ? MathDecision.equal("in the same form") : sets;
  }

  /** The reference is an interval, a union or a solved inequality, and so is the answer. */
  MathDecision ofSet(MathNode reference, MathNode answer) {
    Optional<RealSet> right = RealSet.of(reference, deciding.work());
    Optional<RealSet> given = RealSet.of(answer, deciding.work());
    if (right.isEmpty() || given.isEmpty()) {
      return MathDecision.unequal("no solved relation");
    }
    boolean names =
        right.get().name().isEmpty()
            || given.get().name().isEmpty()
            || right.get().name().equals(given.get().name());
    boolean list =
        answer instanceof MathNode.Bracketed bracketed && bracketed.open() == Bracket.CURLY;
    return names && !list && right.get().isSame(given.get(), deciding)
        ? MathDecision.equal("as sets of real numbers")
        : MathDecision.unequal("as sets of real numbers");
  }

  private MathDecision equation(MathNode.Chain right, MathNode answer) {
    MathNode first = right.members().get(0);
    MathNode last = right.members().get(right.members().size() - 1);
    boolean turned = last instanceof MathNode.Name && !(first instanceof MathNode.Name);
    MathNode name = turned ? last : first;
    MathNode value = turned ? first : last;
    boolean defined =
        Readings.isNamed(name)
            && Constants.names(value).stream().noneMatch(Constants.names(name)::contains);
    if (!(answer instanceof MathNode.Chain given)) {
      return defined ? deciding.same(value, answer) : MathDecision.unequal("no equation");
    }
    if (!Readings.isEquality(given)) {
      return MathDecision.unequal("no equation");
    }
    if (defined) {
      Optional<MathNode> givenValue = valueOf(name, given);
      if (givenValue.isPresent() && deciding.same(value, givenValue.get()).equal()) {
        return MathDecision.equal("as a value of one name");
      }
    }
    if (right.members().size() != 2 || given.members().size() != 2) {
      return right.equals(given)
          ? MathDecision.equal("in the same form")
          : MathDecision.unequal("no value of the same name");
    }
    return proportional(right, given);
  }

  private static Optional<MathNode> valueOf(MathNode name, MathNode.Chain given) {
    List<MathNode> members = given.members();
    MathNode last = members.get(members.size() - 1);
    if (members.get(0).equals(name)) {
      return Optional.of(last);
    }
    return last.equals(name) ? Optional.of(members.get(0)) : Optional.empty();
  }

  /**
   * Two inequalities or unequalities, up to a factor of known sign; longer chains member by member.
   */
  private MathDecision chains(MathNode.Chain right, MathNode.Chain given) {
    if (right.relations().size() == 1 && given.relations().size() == 1) {
      return proportional(right, given);
    }
    boolean same =
        right.relations().equals(given.relations()) && allSame(right.members(), given.members());
    MathNode.Chain turned = turned(given);
    boolean sameTurned =
        right.relations().equals(turned.relations()) && allSame(right.members(), turned.members());
    return same || sameTurned
        ? MathDecision.equal("member by member")
        : MathDecision.unequal("member by member");
  }

  private boolean allSame(List<MathNode> right, List<MathNode> given) {
    for (int i = 0; i < right.size(); i++) {
      if (!deciding.same(right.get(i), given.get(i)).equal()) {
        return false;
      }
    }
    return right.size() == given.size();
  }

  private static MathNode.Chain turned(MathNode.Chain chain) {
    List<MathNode> members = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    for (int i = chain.members().size() - 1; i >= 0; i--) {
      members.add(chain.members().get(i));
      if (i > 0) {
        relations.add(chain.relations().get(i - 1).flipped());
      }
    }
    return new MathNode.Chain(members, relations);
  }

  private MathDecision proportional(MathNode.Chain right, MathNode.Chain given) {
    boolean scalars =
        right.members().stream().allMatch(Scalars::isScalar)
            && given.members().stream().allMatch(Scalars::isScalar);
    Relation relation = right.relations().get(0);
    Relation other = given.relations().get(0);
    boolean like = relation == other || relation == other.flipped();
    if (!scalars || !like || relation == Relation.IN) {
      return MathDecision.unequal("relations of another kind");
    }
    Optional<Integer> sign =
        Proportion.sign(
            deciding.folded(difference(right)),
            deciding.folded(difference(given)),
            deciding.work());
    boolean upward = relation == other;
    boolean equal = sign.isPresent() && (!relation.isOrder() || (sign.get() > 0) == upward);
    return equal
        ? MathDecision.equal("as " + what(relation) + " up to a factor")
        : MathDecision.unequal("as " + what(relation) + " up to a factor");
  }

  private static String what(Relation relation) {
    return relation == Relation.EQUAL ? "equations" : "inequalities";
  }

  private static MathNode difference(MathNode.Chain chain) {
    return Scalars.minus(chain.members().get(0), chain.members().get(1));
  }
}
