package org.galton.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExampleSelectionTest {
  private final List<JudgedRollout> candidates = SampleSweep.usual().candidates();

  @Test
  void takesAFewOfEveryOutcomeFromDifferentPrompts() {
    List<JudgedRollout> wrong =
        ExampleSelection.of(3).choose(candidates).stream()
            .filter(e -> e.rollout().task().equals("arithmetic"))
            .filter(e -> e.rollout().model().endsWith("@1000"))
            .filter(e -> e.outcome().orElseThrow() == ReadingOutcome.WRONG)
            .toList();
    assertThat(wrong).hasSize(3);
    assertThat(wrong.stream().map(e -> e.rollout().promptId())).doesNotHaveDuplicates();
  }

  @Test
  void doesNotDependOnTheOrderOfCandidates() {
    List<JudgedRollout> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(ExampleSelection.of(3).choose(shuffled))
        .isEqualTo(ExampleSelection.of(3).choose(candidates));
  }

  @Test
  void choosesTheSameFromThinnedPartitions() {
    ExampleSelection selection = ExampleSelection.of(2);
    List<JudgedRollout> thinned = new ArrayList<>();
    for (int from = 0; from < candidates.size(); from += 500) {
      int to = Math.min(from + 500, candidates.size());
      thinned.addAll(selection.choose(candidates.subList(from, to)));
    }
    assertThat(selection.choose(thinned)).isEqualTo(selection.choose(candidates));
  }

  @Test
  void countsARightAnswerAsCorrectEvenWhereTheTextWasCut() {
    var cutButRight = SampleSweep.judged("t", "m", "p", 0, "truncated", "answer=4", true);
    var cut = SampleSweep.judged("t", "m", "p", 0, "truncated", "answer=", false);
    assertThat(cutButRight.outcome()).contains(ReadingOutcome.CORRECT);
    assertThat(cut.outcome()).contains(ReadingOutcome.TRUNCATED);
  }

  @Test
  void refusesANegativeNumber() {
    assertThatThrownBy(() -> ExampleSelection.of(-1))
        .hasMessage("Invalid number of examples -1: expected 0 or more");
  }
}
