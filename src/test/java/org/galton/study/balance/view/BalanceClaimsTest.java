package org.galton.study.balance.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.junit.jupiter.api.Test;

class BalanceClaimsTest {
  private static final BalanceAgent UNNAMED = new BalanceAgent("all", "all");

  @Test
  void oneAgentWithoutANameIsTheAgent() {
    assertThat(finding("exact_cycle", 0.3, "not_rejected"))
        .isEqualTo(
            "The agent goes to “low” (V\u00a0−1.00; spread\u00a01.00 over 2 states); detailed"
                + " balance is not rejected (p\u00a00.300), which is no proof, as counts of 1 to 3"
                + " hide violations.");
    assertThat(finding("exact_cycle", 0.005, "violated"))
        .endsWith("; detailed balance is violated (p\u00a00.005).");
  }

  @Test
  void anAgentThatIsCalledAllKeepsItsNameBesideOthers() {
    BalanceAgent all = new BalanceAgent("e", "all");
    BalanceAgent other = new BalanceAgent("e", "x");
    assertThat(all.name(List.of(all, other))).isEqualTo("all");
    assertThat(other.name(List.of(all, other))).isEqualTo("x");
    BalanceAgent experiment = new BalanceAgent("all", "c");
    assertThat(experiment.name(List.of(experiment, new BalanceAgent("f", "c")))).isEqualTo("all");
  }

  @Test
  void givenProbabilitiesAreJudgedByKolmogorov() {
    assertThat(finding("kolmogorov", null, "violated")).endsWith("detailed balance is violated.");
  }

  @Test
  void otherTestsDecideNothing() {
    assertThat(finding("cycle_chi_square", 0.001, "violated"))
        .endsWith("detailed balance was not tested.");
  }

  @Test
  void givenProbabilitiesHaveNoMovesToDraw() {
    BalanceSection section = BalanceSection.of(rows("kolmogorov", null, "not_rejected"));
    LandscapePicture picture = section.landscapes().get(0);
    assertThat(picture.note()).isEqualTo("N0 exact, kernel exp. All 2 states.");
    assertThat(picture.data().arcs()).isEmpty();
    assertThat(picture.wells().rows().get(0)).containsExactly("low", "−1.00", "–", "–", "–", "–");
    assertThat(picture.others().rows())
        .containsExactly(List.of("high, low", "2", "–", "–"), List.of("(empty)", "1", "–", "–"));
  }

  private static String finding(String test, Double p, String verdict) {
    return BalanceSection.of(rows(test, p, verdict)).finding();
  }

  private static BalanceRows rows(String test, Double p, String verdict) {
    return BalanceRows.read(
        SampleBalance.source(
            Map.of(
                "landscapes",
                List.of(
                    new LandscapeRow(
                        "r", "all", "all", "exact", "exp", null, null, 3, 3, 2, 2, null, null, 2, 0,
                        0.2, 0.1, 0.2, 0.1, 0, 1.0, null, null, null, 1, null, null, null, 1.0)),
                "potentials",
                List.of(
                    potential("high", 0, 1.0), potential("low", 0, -1.0), potential("", 1, null)),
                "balance_tests",
                List.of(
                    new BalanceTestRow(
                        "r",
                        UNNAMED.experiment(),
                        UNNAMED.condition(),
                        test,
                        null,
                        null,
                        p,
                        null,
                        0.05,
                        verdict)))));
  }

  private static PotentialRow potential(String state, int component, Double value) {
    return new PotentialRow(
        "r",
        "all",
        "all",
        "exact",
        "exp",
        null,
        null,
        state,
        value == null ? "alone" : "solved",
        component,
        null,
        null,
        null,
        value,
        null,
        null,
        null);
  }
}
