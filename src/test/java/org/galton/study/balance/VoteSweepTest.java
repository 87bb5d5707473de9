package org.galton.study.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.balance.vote.VoteRule;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.galton.study.balance.row.VoteSweepRow;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.MetricRow;
import org.galton.task.Split;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Votes over the rollouts that a real sweep stored. */
final class VoteSweepTest {
  @TempDir private static Path output;

  private static SweepResult sweep;

  @BeforeAll
  static void sweep() {
    SweepSpec spec =
        new SweepSpec(
            "votes",
            7,
            output.toString(),
            16,
            List.of("one", "two"),
            List.of(new TaskSpec(Sums.PLAIN, 6, Split.TEST)),
            List.of(SamplingWish.of(Sampling.untempered(20))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            10,
            1);
    sweep =
        new Sweep(LocalSpark.session(), new ScriptedModel.Loader(0), "test")
            .run(spec, progress -> {});
  }

  @Test
  void aVoteOfOneIsASingleDrawAndMoreVotesAreAcceptedLess() {
    List<VoteSweepRow> rows =
        new BalanceJob(LocalSpark.session())
            .votes(
                output.toString(),
                List.of(VoteRule.of("1:1"), VoteRule.of("3:2"), VoteRule.of("5:5")))
            .votes();

    Map<String, Double> pass =
        sweep.summary().orElseThrow().metrics().stream()
            .filter(row -> row.metric().equals("pass@k") || row.metric().equals("pass@1"))
            .filter(row -> row.k() == null || row.k() == 1)
            .collect(Collectors.toMap(MetricRow::model, MetricRow::value, (one, same) -> one));
    assertThat(rows).hasSize(2 * 3);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.acceptanceLow()).isBetween(0.0, row.acceptance());
              assertThat(row.acceptanceHigh()).isBetween(row.acceptance(), 1.0);
              assertThat(row.acceptanceHigh()).isGreaterThan(row.acceptanceLow());
              assertThat(row.accuracyLow()).isBetween(0.0, row.accuracy());
              assertThat(row.accuracyHigh()).isBetween(row.accuracy(), 1.0);
              assertThat(row.accuracyHigh()).isGreaterThan(row.accuracyLow());
            });
    for (String model : List.of("one", "two")) {
      List<VoteSweepRow> votes = rows.stream().filter(row -> row.model().equals(model)).toList();
      assertThat(votes).allSatisfy(row -> assertThat(row.prompts()).isEqualTo(6));
      VoteSweepRow single = votes.get(0);
      assertThat(single.acceptance() * single.accuracy()).isCloseTo(pass.get(model), within(1e-12));
      assertThat(single.slope()).isCloseTo(1, within(1e-12));
      assertThat(votes.get(2).acceptance()).isLessThan(single.acceptance());
    }
  }

  @Test
  void aVoteOfMoreThanIsStoredIsRefused() {
    assertThatThrownBy(
            () ->
                new BalanceJob(LocalSpark.session())
                    .votes(output.toString(), List.of(VoteRule.of("17:9"))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(
            "Cannot vote with the rollouts of %s: no prompt has as many judged ones as the smallest of [17:9] draws"
                .formatted(output));
  }
}
