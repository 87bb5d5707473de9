package org.galton.emergence.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.galton.emergence.surrogate.Escalation.Outcome;
import org.galton.emergence.surrogate.Escalation.Trial;
import org.junit.jupiter.api.Test;

class EscalationTest {
  private final Escalation escalation = Escalation.withDefaults();

  @Test
  void theFewWithoutExceedancesGoOn() {
    List<Trial> family = new ArrayList<>(Collections.nCopies(598, new Trial(100, 200)));
    family.add(new Trial(0, 200));
    family.add(new Trial(9, 200));
    assertThat(escalation.open(family)).containsExactly(598, 599);
    family.set(598, family.get(598).plus(0, 800));
    family.set(599, family.get(599).plus(30, 800));
    assertThat(escalation.open(family)).containsExactly(598);
    family.set(598, new Trial(0, 20_000));
    assertThat(escalation.open(family)).isEmpty();
    Escalation.Decision decision = escalation.decisions(family).get(598);
    assertThat(decision.adjusted()).isCloseTo(600.0 / 20_001, within(1e-12));
    assertThat(decision.outcome()).isEqualTo(Outcome.SIGNIFICANT);
    assertThat(escalation.decisions(family).get(599).outcome()).isEqualTo(Outcome.NOT_SIGNIFICANT);
  }

  @Test
  void whatIsSignificantDoesNotGoOn() {
    List<Trial> family = Collections.nCopies(20, new Trial(0, 200));
    assertThat(escalation.open(family)).isEmpty();
    assertThat(escalation.decisions(family))
        .allSatisfy(decision -> assertThat(decision.outcome()).isEqualTo(Outcome.SIGNIFICANT));
  }

  @Test
  void whatTheReplicatesCannotShowIsUndecided() {
    List<Trial> family = new ArrayList<>(Collections.nCopies(1_999, new Trial(100, 200)));
    family.add(new Trial(0, 20_000));
    assertThat(escalation.open(family)).isEmpty();
    assertThat(escalation.decisions(family).get(1_999).outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(escalation.decisions(family).get(0).outcome()).isEqualTo(Outcome.NOT_SIGNIFICANT);
  }

  @Test
  void stepsAscend() {
    assertThat(escalation.after(200)).hasValue(1_000);
    assertThat(escalation.after(1_000)).hasValue(5_000);
    assertThat(escalation.after(20_000)).isEmpty();
    assertThat(escalation.withSteps().open(List.of(new Trial(0, 3)))).isEmpty();
    assertThatThrownBy(() -> escalation.withSteps(500, 500))
        .hasMessage("Invalid step 500: expected more than 500 replicates");
    assertThatThrownBy(() -> escalation.withLevel(1))
        .hasMessage("Invalid level 1.0: expected above 0 and below 1");
    assertThatThrownBy(() -> new Trial(3, 2)).hasMessage("Invalid exceedances 3: expected 0 to 2");
  }
}
