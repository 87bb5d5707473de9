package org.galton.job.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.sweep.Reviewed;
import org.galton.model.Sampling;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.GateRule;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.table.ComparisonRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LastRunReviewTest {
  private static final Configuration HADOOP = new Configuration();
  private static final GateRule DROP = GateRule.parse("pass@1 drops by more than 0.02");

  @TempDir private Path folder;

  private CountedRun night(String id) {
    return new CountedRun(folder, id);
  }

  private Reviewed review(String runId, CountedRun run) {
    return new LastRunReview(HADOOP).review(spec(), runId, run.summary(), () -> {});
  }

  private SweepSpec spec() {
    return spec(DROP);
  }

  private SweepSpec spec(GateRule gate) {
    return new SweepSpec(
        "s",
        1,
        folder.toString(),
        4,
        List.of("any"),
        List.of(),
        List.of(SamplingWish.of(Sampling.untempered(64))),
        new Framing.Raw(),
        Decoding.DEFAULT,
        100,
        0,
        List.of(gate),
        Optional.empty(),
        Set.of());
  }

  private List<ComparisonRow> stored() {
    OutputFolder output = new OutputFolder(folder.toString(), HADOOP);
    return output.comparisons().stream()
        .flatMap(id -> output.ofComparison(id).rows(Table.COMPARISONS.rows()).stream())
        .toList();
  }

  private static CountedRun good(CountedRun night, String model, long step) {
    return night.checkpoint(model, step, "sums", 4, 3, 3, 4, 2, 3, 4, 3, 3);
  }

  private static CountedRun bad(CountedRun night, String model, long step) {
    return night.checkpoint(model, step, "sums", 4, 1, 1, 2, 1, 1, 2, 0, 1);
  }

  @Test
  void theNewestIsComparedWithTheNewestOfTheLastCompleteRun() {
    good(good(night("run-1"), "run7/step-9", 9), "run7/step-10", 10).write();
    CountedRun tonight =
        good(bad(bad(night("run-2"), "run7/step-12", 12), "run7/step-11", 11), "run7/step-10", 10);
    Reviewed reviewed = review("run-2", tonight);

    assertThat(reviewed.since()).contains("run-1");
    assertThat(reviewed.fresh()).containsExactly("run7/step-12", "run7/step-11");
    assertThat(reviewed.newest())
        .singleElement()
        .satisfies(
            newest -> {
              assertThat(newest.model()).isEqualTo("run7/step-12");
              assertThat(newest.change().orElseThrow().baseline()).isEqualTo("run7/step-10");
              assertThat(newest.change().orElseThrow().difference()).isEqualTo(-0.5);
            });
    assertThat(reviewed.missed()).isTrue();
    assertThat(reviewed.gates())
        .singleElement()
        .satisfies(
            gate ->
                assertThat(gate.sentence())
                    .startsWith(
                        "Gate missed on sums: pass@1 drops by more than 0.02; the drop from"
                            + " run7/step-10 to run7/step-12 is 0.5000,"));
    assertThat(stored())
        .allMatch(row -> row.baselineRunId().equals("run-1"))
        .allMatch(row -> row.candidateRunId().equals("run-2"))
        .filteredOn(row -> row.gate() != null)
        .singleElement()
        .matches(row -> row.metric().equals("pass@k") && row.k() == 1)
        .matches(row -> row.gate().startsWith("Gate missed on sums"));
  }

  @Test
  void aRunThatMissedAGateIsNoBaseline() {
    good(night("run-1"), "m@1", 1).write();
    bad(night("run-2"), "m@2", 2).writeEndedWith(1);
    Reviewed reviewed = review("run-3", bad(night("run-3"), "m@3", 3));

    assertThat(reviewed.since()).contains("run-1");
    assertThat(reviewed.missed()).as("half as good as m@1, though as good as m@2").isTrue();
  }

  @Test
  void whereNothingIsNewThereIsNothingToJudge() {
    good(bad(night("run-1"), "m@1", 1), "m@2", 2).write();
    Reviewed reviewed = review("run-2", good(bad(night("run-2"), "m@1", 1), "m@2", 2));

    assertThat(reviewed.fresh()).isEmpty();
    assertThat(reviewed.gates()).isEmpty();
    assertThat(reviewed.newest().get(0).change()).isEmpty();
    assertThat(stored()).isEmpty();
  }

  @Test
  void aLimitJudgesTheNewestCheckpointThoughThereIsNothingToCompare() {
    CountedRun first = bad(night("run-1"), "m@1", 1);
    LastRunReview review = new LastRunReview(HADOOP);

    Reviewed reviewed =
        review.review(spec(GateRule.parse("pass@1 below 0.9")), "run-1", first.summary(), () -> {});
    Reviewed lower =
        review.review(spec(GateRule.parse("pass@1 below 0.2")), "run-1", first.summary(), () -> {});

    assertThat(reviewed.gates())
        .singleElement()
        .satisfies(
            gate ->
                assertThat(gate.sentence())
                    .startsWith("Gate missed: pass@1 below 0.9; pass@1 of m@1 on sums is 0.2813,"));
    assertThat(reviewed.missed()).isTrue();
    assertThat(lower.missed()).isFalse();
    assertThat(stored()).isEmpty();
  }

  @Test
  void ofSeveralSamplingsAGateSaysWhichItJudged() {
    CountedRun first = bad(good(night("run-1"), "m@1", 1), "m@2", 2);
    first.sampled("temperature=0.5 max_tokens=64");
    CountedRun both = bad(good(first, "m@1", 1), "m@2", 2);

    assertThat(
            review("run-1", both).gates().stream().map(gate -> gate.sentence().split(";", -1)[0]))
        .containsExactlyInAnyOrder(
            "Gate missed on sums, temperature=1: pass@1 drops by more than 0.02",
            "Gate missed on sums, temperature=0.5: pass@1 drops by more than 0.02");
    assertThat(
            new LastRunReview(HADOOP)
                    .review(
                        spec(GateRule.parse("pass@1 below 0.9")), "run-1", both.summary(), () -> {})
                    .gates()
                    .stream()
                    .map(gate -> gate.sentence().split(" is ", -1)[0]))
        .containsExactlyInAnyOrder(
            "Gate missed: pass@1 below 0.9; pass@1 of m@2 on sums, temperature=1",
            "Gate missed: pass@1 below 0.9; pass@1 of m@2 on sums, temperature=0.5");
  }

  @Test
  void theFirstRunComparesWithTheCheckpointBeforeTheNewest() {
    Reviewed reviewed =
        review("run-1", bad(good(good(night("run-1"), "m@1", 1), "m@2", 2), "m@3", 3));

    assertThat(reviewed.since()).isEmpty();
    assertThat(reviewed.fresh()).containsExactly("m@1", "m@2", "m@3");
    assertThat(reviewed.newest().get(0).change().orElseThrow().baseline()).isEqualTo("m@2");
    assertThat(reviewed.missed()).isTrue();
  }

  @Test
  void otherTrainingsAndSweepsAreNotMixedIn() {
    good(night("run-1"), "other@9", 9).write();
    Reviewed reviewed = review("run-2", bad(night("run-2"), "m@1", 1));

    assertThat(reviewed.fresh()).containsExactly("m@1");
    assertThat(reviewed.gates()).isEmpty();
  }
}
