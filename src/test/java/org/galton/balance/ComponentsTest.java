package org.galton.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  @Test
  void sortsBySizeThenByFirstState() {
    Components components =
        of(9, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 4}, {4, 5}, {5, 4}, {6, 7}, {7, 6}});
    assertThat(components.size()).isEqualTo(5);
    assertThat(components.states(0)).containsExactly(1, 2, 3);
    assertThat(components.states(1)).containsExactly(4, 5);
    assertThat(components.states(2)).containsExactly(6, 7);
    assertThat(components.states(3)).containsExactly(0);
    assertThat(components.states(4)).containsExactly(8);
    assertThat(components.of(5)).isEqualTo(1);
    assertThat(components.edges())
        .containsExactly(new Components.Edge(0, 1), new Components.Edge(3, 0));
  }

  @Test
  void ordersFromUpstreamToDownstream() {
    SplittableRandom random = new SplittableRandom(2);
    for (int repeat = 0; repeat < 200; repeat++) {
      int states = 1 + random.nextInt(30);
      int[][] moves = new int[random.nextInt(2 * states)][];
      for (int i = 0; i < moves.length; i++) {
        moves[i] = new int[] {random.nextInt(states), random.nextInt(states)};
      }
      Components components = of(states, moves);
      int[] order = components.upstreamFirst();
      assertThat(order).hasSize(components.size()).doesNotHaveDuplicates();
      int[] rank = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        rank[order[i]] = i;
      }
      assertThat(components.edges())
          .as("repeat " + repeat)
          .allSatisfy(edge -> assertThat(rank[edge.from()]).isLessThan(rank[edge.to()]));
      assertReachable(states, moves, components);
    }
  }

  @Test
  void needsNoDeepStack() {
    int states = 100_000;
    int[][] moves = new int[2 * states - 2][];
    for (int i = 0; i + 1 < states; i++) {
      moves[2 * i] = new int[] {i, i + 1};
      moves[2 * i + 1] = new int[] {i + 1, i};
    }
    assertThat(of(states, moves).size()).isEqualTo(1);
    for (int i = 0; i + 1 < states; i++) {
      moves[2 * i + 1] = new int[] {i, i + 1};
    }
    assertThat(of(states, moves).size()).isEqualTo(states);
  }

  @Test
  void hasNoneWithoutStates() {
    assertThat(of(0, new int[0][]).size()).isZero();
  }

  /** States share a component where each reaches the other, by brute force. */
  private static void assertReachable(int states, int[][] moves, Components components) {
    boolean[][] reaches = new boolean[states][states];
    for (int i = 0; i < states; i++) {
      reaches[i][i] = true;
    }
    for (int[] move : moves) {
      reaches[move[0]][move[1]] = true;
    }
    for (int via = 0; via < states; via++) {
      for (int i = 0; i < states; i++) {
        for (int j = 0; j < states; j++) {
          reaches[i][j] |= reaches[i][via] && reaches[via][j];
        }
      }
    }
    for (int i = 0; i < states; i++) {
      for (int j = 0; j < states; j++) {
        assertThat(components.of(i) == components.of(j)).isEqualTo(reaches[i][j] && reaches[j][i]);
      }
    }
  }

  private static Components of(int states, int[][] moves) {
    List<LogMove> logMoves = new ArrayList<>();
    for (int[] move : moves) {
      if (move[0] != move[1]) {
        logMoves.add(new LogMove(move[0], move[1], -5));
      }
    }
    return Components.of(LogMove.kernel(states, logMoves));
  }
}
