package org.galton.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TrajectoriesTest {
  private static final List<String> SRRA = List.of("s", "r", "r", "a");
  private static final List<String> SRA = List.of("s", "r", "a");

  // Given to six digits.
  @Test
  void divergencesAreTheKnownOnes() {
    assertThat(Trajectories.divergence(List.of("a", "b"), List.of("a")))
        .isEqualTo(0.311278, within(5e-7));
    assertThat(Trajectories.divergence(List.of("a", "b", "b", "b"), List.of("a", "a", "a", "b")))
        .isEqualTo(0.188722, within(5e-7));
    assertThat(Trajectories.divergence(List.of("a"), List.of("b"))).isEqualTo(1);
    assertThat(Trajectories.divergence(SRA, List.of("a", "s", "r"))).isZero();
  }

  @Test
  void anActionMoreIsAQuarterOfFour() {
    assertThat(Trajectories.of(List.of(SRRA, SRA)).order()).isEqualTo(0.75);
  }

  @Test
  void pairsAreAveraged() {
    Trajectories three = Trajectories.of(List.of(SRRA, SRA, SRA));
    assertThat(three.order()).isEqualTo((0.75 + 0.75 + 1) / 3, within(1e-15));
    assertThat(three.mix())
        .isEqualTo(1 - 2 * Trajectories.divergence(SRRA, SRA) / 3, within(1e-15));
    assertThat(three.runs()).isEqualTo(3);
  }

  // A name is one action, whatever letters it has.
  @Test
  void namesAreNotJoined() {
    assertThat(Trajectories.of(List.of(List.of("a", "bc"), List.of("ab", "c"))))
        .isEqualTo(new Trajectories(0, 0, 2));
  }

  @Test
  void runsWithoutActionsAreAlikeAndHaveNothingInCommonWithOthers() {
    assertThat(Trajectories.of(List.of(List.of(), List.of()))).isEqualTo(new Trajectories(1, 1, 2));
    assertThat(Trajectories.of(List.of(List.of(), SRA))).isEqualTo(new Trajectories(0, 0, 2));
    assertThatThrownBy(() -> Trajectories.of(List.of(SRA)))
        .hasMessage("Invalid runs: 1; expected two or more");
  }

  // Half of a thousand runs are of one kind: of 256 pairs of 256 runs 128 * 128 differ.
  @Test
  void ofManyRunsSomeAreComparedWhateverTheirOrder() {
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      runs.add(i % 2 == 0 ? List.of("a") : List.of("b"));
    }
    Trajectories many = Trajectories.of(runs);
    assertThat(many.runs()).isEqualTo(256);
    assertThat(many.order()).isEqualTo(1 - 128.0 * 128 / (256 * 255 / 2), within(1e-12));
    Collections.shuffle(runs, new Random(1));
    assertThat(Trajectories.of(runs)).isEqualTo(many);
  }
}
