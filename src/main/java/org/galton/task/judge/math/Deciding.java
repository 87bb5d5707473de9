package org.galton.task.judge.math;

import java.util.IdentityHashMap;
import org.galton.task.judge.math.tree.Bracket;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Scalars;
import org.galton.task.judge.math.value.Folding;
import org.galton.task.judge.math.value.Work;

/** One decision: the rules, the work that is left, and what was computed already. */
final class Deciding {
  private final MathRules rules;
  private final Work work = Work.ofOneDecision();
  private final IdentityHashMap<MathNode, MathNode> folded = new IdentityHashMap<>();
  private final ValueDecision values = new ValueDecision(this);
  private final MeasureDecision measures = new MeasureDecision(this, values);
  private final GroupDecision groups = new GroupDecision(this);
  private final RelationDecision relations = new RelationDecision(this);

  Deciding(MathRules rules) {
    this.rules = rules;
  }

  MathRules rules() {
    return rules;
  }

  Work work() {
    return work;
  }

  /** Each node is folded once, however often it is compared. */
  MathNode folded(MathNode node) {
    return folded.computeIfAbsent(node, Folding::fold);
  }

  MathDecision same(MathNode reference, MathNode answer) {
    if (!(reference instanceof MathNode.Literal) && reference.equals(answer)) {
      return MathDecision.equal("in the same form");
    }
    MathNode right = Readings.withoutElement(Readings.beforeAbout(reference));
    MathNode given = Readings.beforeAbout(answer);
    if (relations.isRelation(right)) {
      return relations.decide(right, given);
    }
    MathNode value = Readings.withoutElement(Readings.valueFor(right, given));
    if (value instanceof MathNode.Chain || relations.isRelation(value)) {
      return relations.ofSet(right, value);
    }
    if (groups.isGroup(right)) {
      return groups.decide(right, value);
    }
    if (value instanceof MathNode.Bracketed one
        && one.open() == Bracket.CURLY
        && one.items().size() == 1) {
      return same(right, one.items().get(0));
    }
    if (isMeasurable(right) && isMeasurable(value)) {
      return measures.decide(right, value);
    }
    return structures(right, value);
  }

  private static boolean isMeasurable(MathNode node) {
    return Scalars.isScalar(node) || node instanceof MathNode.Measured;
  }

  private MathDecision structures(MathNode right, MathNode value) {
    if (right instanceof MathNode.Based based) {
      return based(based, value);
    }
    if (right instanceof MathNode.Ratio ratio && value instanceof MathNode.Ratio other) {
      return values.ratios(ratio.terms(), other.terms());
    }
    if (right.equals(value)) {
      return MathDecision.equal("in the same form");
    }
    return MathDecision.unequal("things of another kind");
  }

  /** The base may be missing; the value in base ten is another number. */
  private static MathDecision based(MathNode.Based right, MathNode value) {
    boolean same =
        right.equals(value)
            || (value instanceof MathNode.Literal literal
                && literal.shown() == 0
                && literal.value().toString().equals(right.digits()));
    String how = "as digits to the base " + right.base();
    return same ? MathDecision.equal(how) : MathDecision.unequal(how);
  }
}
