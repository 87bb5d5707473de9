package org.galton.study.balance.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.galton.study.balance.row.BalanceBoundRow;
import org.galton.study.balance.row.BalanceCycleRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.TransitionRow;
import org.junit.jupiter.api.Test;

class BalanceReadingTest {

  @Test
  void keepsSomeLoopsWithTheFarthestInWhateverOrderTheyCome() {
    List<Record> cycles = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      double affinity = i % 2 == 0 ? i : -i;
      cycles.add(
          new BalanceCycleRow("r", "e", "c", "a", "b", "s" + i, 0, 0, affinity, 1, 0.5, 0.5));
    }
    BalanceRows rows = BalanceRows.read(SampleBalance.source(Map.of("balance_cycles", cycles)));
    Collections.reverse(cycles);
    BalanceRows reversed = BalanceRows.read(SampleBalance.source(Map.of("balance_cycles", cycles)));

    assertThat(rows.cycles())
        .hasSizeBetween(400, 410)
        .isEqualTo(reversed.cycles())
        .extracting(BalanceCycleRow::third)
        .startsWith("s2999", "s2998", "s2997");
    assertThat(
            rows.cycles().stream()
                .mapToDouble(row -> Math.abs(row.affinity()))
                .average()
                .orElseThrow())
        .as("a share of all, not of the farthest")
        .isBetween(1300.0, 1750.0);
  }

  @Test
  void keepsTheLargestBoundsOfEachAgent() {
    List<Record> bounds = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      bounds.add(new BalanceBoundRow("r", "e", i % 2 == 0 ? "x" : "y", "a", "s" + i, i, i, i - 1));
    }
    assertThat(BalanceRows.read(SampleBalance.source(Map.of("balance_bounds", bounds))).bounds())
        .hasSize(20)
        .extracting(BalanceBoundRow::count)
        .startsWith(48L, 46L)
        .endsWith(33L, 31L);
  }

  @Test
  void drawsByAttemptsAndExpWhereTheyAreThere() {
    List<LandscapeRow> rows = new ArrayList<>();
    for (LandscapeRow row : SampleBalance.rows().landscapes()) {
      rows.add(in(row, "outgoing"));
      rows.add(row);
      rows.add(in(row, "uniform"));
    }
    assertThat(BalanceReading.drawn(rows))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.n0Mode() + row.kernel()).isEqualTo("attemptsexp"))
        .allSatisfy(row -> assertThat(row.voteDraws()).isNull());
    rows.removeIf(row -> row.n0Mode().equals("attempts"));
    assertThat(BalanceReading.drawn(rows))
        .allSatisfy(row -> assertThat(row.n0Mode()).isEqualTo("uniform"));
  }

  @Test
  void dividesByWhatTheModeSays() {
    BalanceRows sample = SampleBalance.rows();
    LandscapeRow tree =
        sample.landscapes().stream()
            .filter(row -> BalanceAgent.of(row).equals(SampleBalance.TREE))
            .findFirst()
            .orElseThrow();
    AgentMoves attempts = AgentMoves.of(tree, sample);
    AgentMoves outgoing =
        new AgentMoves(
            in(tree, "outgoing"),
            attempts.states(),
            attempts.wells(),
            attempts.moves(),
            attempts.outgoing());
    AgentMoves uniform =
        new AgentMoves(
            in(tree, "uniform"),
            attempts.states(),
            attempts.wells(),
            attempts.moves(),
            attempts.outgoing());
    TransitionRow up =
        attempts.moves().stream()
            .filter(move -> move.target().equals("leaf"))
            .findFirst()
            .orElseThrow();
    assertThat(attempts.probability(up)).contains(80 / 4000.0);
    assertThat(outgoing.probability(up)).contains(80.0 / (80 + 359 + 3));
    assertThat(uniform.probability(up)).isEmpty();
  }

  @Test
  void theForemostAreThoseThatComeFirst() {
    TopK<Integer> three = new TopK<>(3, Comparator.<Integer>naturalOrder());
    for (int i : new int[] {5, 1, 9, 0, 7, 2}) {
      three.pass(i);
    }
    assertThat(three.inOrder()).containsExactly(0, 1, 2);
  }

  private static LandscapeRow in(LandscapeRow row, String mode) {
    return new LandscapeRow(
        row.runId(),
        row.experiment(),
        row.condition(),
        mode,
        row.kernel(),
        row.voteDraws(),
        row.voteAccept(),
        row.statesTotal(),
        row.statesKept(),
        row.components(),
        row.largestComponent(),
        row.attempts(),
        row.moves(),
        row.uniqueMoves(),
        row.capped(),
        row.acceptance(),
        row.action(),
        row.actionAtZero(),
        row.actionLowerBound(),
        row.actionExcess(),
        row.potentialSd(),
        null,
        null,
        row.slope(),
        row.pairs(),
        row.pairR(),
        row.pairMeanSquare(),
        row.pairWeightedMeanSquare(),
        1.0);
  }
}
