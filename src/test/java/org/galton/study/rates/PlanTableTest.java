package org.galton.study.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.job.figure.RolloutPlan;
import org.galton.statistics.Tally;
import org.galton.statistics.error.BetaBelief;
import org.galton.statistics.rate.BetaBinomialFit;
import org.galton.statistics.rate.VarianceComponents;
import org.junit.jupiter.api.Test;

final class PlanTableTest {
  @Test
  void morePromptsNarrowTheIntervalAndMoreRolloutsTheirShareOfIt() {
    List<Tally> tallies =
        List.of(
            new Tally(8, 0), new Tally(8, 2), new Tally(8, 4), new Tally(8, 8), new Tally(8, 7));
    RolloutPlan plan =
        new RolloutPlan(
            VarianceComponents.of(tallies),
            5,
            8,
            OptionalDouble.of(0.0125),
            new BetaBinomialFit.Fitted(new BetaBelief(0.5, 1.5), -1, 5, 0.2));

    assertThat(PlanTable.of(plan))
        .isEqualTo(
            """
            half of the 95 % interval of pass@1  8 rollouts  16 rollouts  32 rollouts  64 rollouts
            ───────────────────────────────────  ──────────  ───────────  ───────────  ───────────
            5 prompts                                0.3667       0.3584       0.3542       0.3521
            10 prompts                               0.2593       0.2534       0.2504       0.2489
            20 prompts                               0.1833       0.1792       0.1771       0.1760
            40 prompts                               0.1296       0.1267       0.1252       0.1245
            Variance between prompts 0.15938, of one rollout within its prompt 0.12500.
            More rollouts of the same prompts could remove 8.93 % of the squared error; the rest takes more prompts.
            difference of pass@1  prompts, same ones hard  prompts, unrelated
            ────────────────────  ───────────────────────  ──────────────────
                            0.01                    2,453              27,472
                            0.02                      614               6,868
                            0.05                       99               1,099
                            0.10                       25                 275
            These 5 prompts show a difference of 0.2215 where two systems find the same prompts hard, of 0.7412 where not (significance 0.05, power 0.8).
            Right answers never drawn hold 1.25 % of the probability (Good-Turing, mean over prompts).
            Extrapolated by a beta-binomial fit: pass@8 0.6291, pass@16 0.7283, pass@32 0.8043, pass@64 0.8603.
            Prompts never solved: 20.00 %; where some are impossible the fit promises too much.
            rollouts  riskiest probability  undrawn p² of one answer  of all, at most
            ────────  ────────────────────  ────────────────────────  ───────────────
                   8              0.200000                   0.00671           0.0433
                  16              0.111111                   0.00188           0.0223
                  32              0.058824                  0.000497           0.0113
                  64              0.030303                  0.000128          0.00570
            An answer of the riskiest probability adds most to the undrawn squared mass, which can turn a policy-gradient step against right answers (BroRL).
            """);
  }

  @Test
  void whatCannotBePlannedHasItsReason() {
    RolloutPlan plan =
        new RolloutPlan(
            Optional.empty(),
            1,
            1,
            OptionalDouble.empty(),
            new BetaBinomialFit.NotIdentifiable("fewer than 3 prompts have rollouts (1)"));

    assertThat(PlanTable.of(plan))
        .isEqualTo(
            """
            No plan: fewer than two prompts have two rollouts, so nothing tells how they vary.
            No extrapolation of pass@k: fewer than 3 prompts have rollouts (1).
            rollouts  riskiest probability  undrawn p² of one answer  of all, at most
            ────────  ────────────────────  ────────────────────────  ───────────────
                   1              0.666667                     0.148            0.250
                   2              0.500000                    0.0625            0.148
                   4              0.333333                    0.0219           0.0819
                   8              0.200000                   0.00671           0.0433
            An answer of the riskiest probability adds most to the undrawn squared mass, which can turn a policy-gradient step against right answers (BroRL).
            """);
  }
}
