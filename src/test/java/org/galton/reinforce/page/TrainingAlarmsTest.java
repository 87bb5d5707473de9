package org.galton.reinforce.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.galton.reinforce.row.TrainingStepRow;
import org.junit.jupiter.api.Test;

final class TrainingAlarmsTest {
  private static final double STEADY = 0.2;

  private static TrainingAlarms of(TrainingStepRow... rows) {
    return TrainingAlarms.of(List.of(rows));
  }

  private static TrainingStepRow truncated(int step, int of128) {
    return SampleTraining.step(step, STEADY, of128 / 128.0, 900);
  }

  private static TrainingStepRow entropy(int step, double nats) {
    return SampleTraining.step(step, nats, 0, 900);
  }

  @Test
  void steadyTrainingHasNothingToWorryAbout() {
    assertThat(of(truncated(1, 0), truncated(2, 6)).sentences()).as("6 of 128 are 4.7 %").isEmpty();
  }

  @Test
  void aStepWithMoreThanOneInTwentyCutWarnsAndOneInTenAlarms() {
    assertThat(of(truncated(1, 0), truncated(2, 7)).sentences())
        .containsExactly(
            "More than 5\u202f% of the rollouts were cut at the token limit or interrupted at 1 of"
                + " 2 steps, step 2; the largest share is 5.5\u202f%, at step 2. Those cut count as"
                + " wrong.");
    assertThat(
            of(truncated(1, 12), truncated(2, 13), truncated(3, 26), truncated(4, 0)).sentences())
        .as("12 of 128 are 9.4 %, 13 are 10.2 %")
        .singleElement()
        .asString()
        .startsWith(
            "More than 10\u202f% of the rollouts were cut at the token limit or interrupted at 2 of"
                + " 4 steps, the first is 2, the last 3; the largest share is 20.3\u202f%, at step 3.");
  }

  @Test
  void entropyCollapsesWhereFiveStepsAreBelowATenthOfTheFirstFive() {
    List<TrainingStepRow> rows = new ArrayList<>();
    for (int step = 1; step <= 5; step++) {
      rows.add(entropy(step, 0.5));
    }
    for (int step = 6; step <= 9; step++) {
      rows.add(entropy(step, 0.049));
    }
    assertThat(TrainingAlarms.of(rows).sentences()).as("one of the first is among five").isEmpty();
    rows.add(entropy(10, 0.049));
    assertThat(TrainingAlarms.of(rows).sentences())
        .containsExactly(
            "The entropy of the next token has collapsed: at step 10 its mean over 5 steps fell"
                + " below a tenth of the 0.5000 nats of the first 5. Rollouts of a prompt are then"
                + " nearly all the same, and there is little left to learn from.");
    rows.set(9, entropy(10, 0.054));
    assertThat(TrainingAlarms.of(rows).sentences())
        .as("exactly a tenth, up to rounding upwards")
        .isEmpty();
  }

  @Test
  void stepsThatChangedNoWeightAreCounted() {
    assertThat(
            of(
                    truncated(1, 0),
                    SampleTraining.step(2, STEADY, 0, 0),
                    SampleTraining.step(3, STEADY, 0, 0))
                .sentences())
        .containsExactly(
            "No weight was changed at 2 of 3 steps, the first is 2, the last 3: every prompt was"
                + " dropped.");
  }

  @Test
  void theTerminalSaysEachThingOnceAndAGraverOneAgain() {
    TrainingAlarms one = of(truncated(1, 7));
    TrainingAlarms two = one.after(truncated(2, 7));
    TrainingAlarms three = two.after(truncated(3, 20));
    assertThat(one.since(of()))
        .containsExactly(
            "more than 5\u202f% of the rollouts cut at the token limit or interrupted:"
                + " 5.5\u202f%");
    assertThat(two.since(one)).isEmpty();
    assertThat(three.since(two))
        .containsExactly(
            "more than 10\u202f% of the rollouts cut at the token limit or interrupted:"
                + " 15.6\u202f%");
  }

  /** A killed run takes its last step again, which the run before has told of. */
  @Test
  void aStepThatIsTakenAgainCountsOnce() {
    TrainingAlarms before = of(truncated(1, 7), truncated(2, 0));
    assertThat(before.after(truncated(2, 26))).isEqualTo(before);
  }
}
