package org.galton.balance.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.galton.balance.MoveKernel;
import org.galton.balance.potential.Landscape;
import org.galton.balance.potential.LeastAction;
import org.galton.statistics.Ballot;
import org.junit.jupiter.api.Test;

final class BallotVoteTest {
  private static final Ballot BALLOT = new Ballot(List.of(3), List.of(2, 1), 1);

  @Test
  void acceptanceIsThatOfAllDraws() {
    assertEnumerated(VoteRule.of("1:1"));
    assertEnumerated(VoteRule.of("3:2"));
    assertEnumerated(VoteRule.of("3:3"));
    assertEnumerated(VoteRule.of("5:3"));
    assertEnumerated(VoteRule.of("7:4"));
  }

  /** Every set of draws from rollouts that are told apart. */
  private static void assertEnumerated(VoteRule rule) {
    int[] answers = {0, 0, 0, 1, 1, 2, -1};
    int sets = 0;
    int accepted = 0;
    int right = 0;
    for (int set = 0; set < 1 << answers.length; set++) {
      if (Integer.bitCount(set) == rule.draws()) {
        int[] votes = new int[3];
        for (int i = 0; i < answers.length; i++) {
          if ((set >> i & 1) == 1 && answers[i] >= 0) {
            votes[answers[i]]++;
          }
        }
        sets++;
        right += votes[0] >= rule.accept() ? 1 : 0;
        accepted +=
            votes[0] >= rule.accept() || votes[1] >= rule.accept() || votes[2] >= rule.accept()
                ? 1
                : 0;
      }
    }
    BallotVote vote = BallotVote.of(BALLOT, rule).orElseThrow();
    assertThat(vote.accepted()).isCloseTo((double) accepted / sets, within(1e-14));
    assertThat(vote.right()).isCloseTo((double) right / sets, within(1e-14));
  }

  @Test
  void theActionIsThatOfTheKernelItself() {
    double[] shares = {3.0 / 7, 2.0 / 7, 1.0 / 7};
    MoveKernel.Builder kernel = MoveKernel.builder();
    for (int f = 0; f < shares.length; f++) {
      for (int g = 0; g < shares.length; g++) {
        if (f != g) {
          kernel.add("s" + f, "s" + g, shares[g]);
        }
      }
    }
    Landscape landscape = LeastAction.withDefaults().of(kernel.build());

    BallotVote vote = BallotVote.of(BALLOT, VoteRule.of("1:1")).orElseThrow();

    assertThat(vote.action().orElseThrow()).isCloseTo(landscape.action(), within(1e-12));
    assertThat(vote.actionAtZero().orElseThrow())
        .isCloseTo(landscape.actionAtZero(), within(1e-12));
    assertThat(vote.slope().orElseThrow()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aUnanimousVoteIsNearlyAsManyTimesSteeperAsItHasVotes() {
    // Draws without replacement from N: C(c, n) / C(N, n) goes to (c/N)^n like 1/c.
    Ballot large = new Ballot(List.of(40_000), List.of(30_000, 20_000, 10_000), 0);
    for (int n = 2; n <= 5; n++) {
      assertThat(BallotVote.of(large, new VoteRule(n, n)).orElseThrow().slope().orElseThrow())
          .isCloseTo(n, within(2e-3));
    }
  }

  @Test
  void whatCannotBeVotedOnHasNoFigure() {
    assertThat(BallotVote.of(BALLOT, VoteRule.of("9:5"))).isEmpty();
    List<BallotVote> odd = new ArrayList<>();
    for (Ballot ballot :
        List.of(new Ballot(List.of(), List.of(), 5), new Ballot(List.of(2), List.of(2), 0))) {
      odd.add(BallotVote.of(ballot, VoteRule.of("2:2")).orElseThrow());
    }
    assertThat(odd.get(0).accepted()).isZero();
    assertThat(odd.get(0).action()).isEmpty();
    assertThat(odd).allSatisfy(vote -> assertThat(vote.slope()).isEmpty());
    assertThat(odd.get(1).accepted()).isCloseTo(1.0 / 3, within(1e-15));
  }
}
