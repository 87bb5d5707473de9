package org.galton.study.flags;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.galton.flags.Flag;
import org.galton.flags.Rubric;
import org.galton.flags.Rules;
import org.galton.flags.Step;

/**
 * What the rules found in a rollout.
 *
 * @param success null where it is excluded
 * @param visible rubrics whose rules have something to look at
 */
record Flagged(RolloutKey rollout, Boolean success, Set<Rubric> visible, List<Flag> flags)
    implements Serializable {

  static Flagged of(Observed seen, Rules rules) {
    Set<Rubric> visible = EnumSet.of(Rubric.INSTRUCTION_VIOLATION, Rubric.ENVIRONMENTAL_BARRIER);
    if (seen.transcript().steps().stream().anyMatch(Step::isCall)) {
      visible.addAll(Set.of(Rubric.TOOL_FAILURE, Rubric.SELF_CORRECTION, Rubric.VERIFICATION));
    }
    if (!seen.transcript().hidden().isEmpty() || FamilyAnswers.counts(seen)) {
      visible.add(Rubric.SHORTCUT);
    }
    return new Flagged(
        RolloutKey.of(seen), seen.success(), visible, rules.flags(seen.transcript()));
  }

  boolean has(Rubric rubric) {
    return flags.stream().anyMatch(flag -> flag.rule().rubric() == rubric);
  }
}
