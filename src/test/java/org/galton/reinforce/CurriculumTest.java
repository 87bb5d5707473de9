package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galton.reinforce.budget.TrainingBudget;
import org.galton.reward.filter.NoPositiveResampling;
import org.galton.reward.filter.PromptRetirement;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;
import org.galton.task.arithmetic.CountdownTask;
import org.junit.jupiter.api.Test;

final class CurriculumTest {
  private static Curriculum ofTen(long seed, PromptRetirement... retirements) {
    return new Curriculum(
        List.of(new TaskSpec(CountdownTask.withDefaults(), 10, Split.TRAIN)),
        List.of(retirements),
        TrainingBudget.uniform(),
        seed);
  }

  private static List<String> ids(List<AskedPrompt> asked) {
    return asked.stream().map(one -> one.prompt().id()).toList();
  }

  @Test
  void everyEpochHasEveryPromptOnceInAnOrderOfItsOwn() {
    Curriculum curriculum = ofTen(1);
    List<String> first = new ArrayList<>(ids(curriculum.next(5, 4, Set.of())));
    first.addAll(ids(curriculum.next(5, 4, Set.of())));
    List<String> second = ids(curriculum.next(10, 4, Set.of()));

    assertThat(first).doesNotHaveDuplicates().hasSize(10);
    assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
    assertThat(ids(ofTen(2).next(10, 4, Set.of()))).isNotEqualTo(first);
  }

  @Test
  void stepThatCrossesTheEndOfAnEpochHasNoPromptTwice() {
    Curriculum curriculum = ofTen(1);
    for (int step = 0; step < 50; step++) {
      assertThat(ids(curriculum.next(7, 4, Set.of()))).hasSize(7).doesNotHaveDuplicates();
    }
  }

  @Test
  void promptThatComesAgainGetsRolloutsOfFurtherNumbers() {
    Curriculum curriculum = ofTen(1);
    List<AskedPrompt> before = curriculum.next(10, 4, Set.of());
    before.forEach(asked -> curriculum.remember(asked, 4, 1));

    assertThat(before).allSatisfy(asked -> assertThat(asked.from()).isZero());
    assertThat(curriculum.next(10, 6, Set.of()))
        .allSatisfy(
            asked -> {
              assertThat(asked.from()).isEqualTo(4);
              assertThat(asked.to()).isEqualTo(10);
              assertThat(curriculum.passRate(asked.prompt().id())).hasValue(0.25);
            });
  }

  @Test
  void solvedPromptIsDrawnNoMore() {
    Curriculum curriculum = ofTen(1, NoPositiveResampling.withDefaults());
    List<AskedPrompt> before = curriculum.next(10, 8, Set.of());
    curriculum.remember(before.get(3), 8, 8);
    curriculum.remember(before.get(4), 8, 7);

    List<String> after = ids(curriculum.next(10, 8, Set.of()));
    assertThat(after).hasSize(9).doesNotContain(before.get(3).prompt().id());
    assertThat(curriculum.retired()).isEqualTo(1);
  }

  @Test
  void stateBringsBackWhatComesNext() {
    Curriculum curriculum = ofTen(1);
    curriculum.next(7, 4, Set.of()).forEach(asked -> curriculum.remember(asked, 3, 2));
    Curriculum again = ofTen(1);
    again.restore(curriculum.state());

    assertThat(again.next(7, 4, Set.of())).isEqualTo(curriculum.next(7, 4, Set.of()));
    assertThat(again.state()).containsExactly(curriculum.state());
  }
}
