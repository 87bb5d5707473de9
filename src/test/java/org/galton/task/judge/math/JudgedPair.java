package org.galton.task.judge.math;

import java.util.Optional;

/** A reference and an answer in text, compared as a judge compares them. */
record JudgedPair(String reference, String answer) {
  MathDecision decide(MathRules rules) {
    Optional<MathAnswer> right = MathReader.whole(reference, MathNotation.ofReferences());
    if (right.isEmpty()) {
      return MathEquality.decide(MathAnswer.text(reference), MathAnswer.text(answer), rules);
    }
    return MathReader.whole(answer, MathNotation.ofReferences().forAnswersTo(right.get()))
        .map(given -> MathEquality.decide(right.get(), given, rules))
        .orElse(MathDecision.unequal("unparsed"));
  }

  boolean isRight() {
    return decide(MathRules.withDefaults()).equal();
  }
}
