package org.galton.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.job.draw.Quarantined;
import org.galton.job.draw.RolloutResult;
import org.galton.job.gate.JudgedGate;
import org.galton.job.sweep.CellFailures;
import org.galton.job.sweep.Reviewed;
import org.galton.job.sweep.SweepResult;
import org.galton.model.Sampling;
import org.galton.model.source.FoundModels;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.VerifierUse;
import org.junit.jupiter.api.Test;

final class RunTextTest {
  private static JudgedGate gate(String sentence, boolean missed) {
    return new JudgedGate("pass@1 below 0.5", "sums", 0.4, 0.3, 0.5, 0.5, 0.95, missed, sentence);
  }

  private static SweepResult result(
      int many, List<CellFailures> cells, List<Quarantined> faults, Reviewed reviewed) {
    return new SweepResult(
        "nightly-20260101-030000-000-0a1b2c3d",
        new SweepSpec(
            "nightly",
            1,
            "out",
            4,
            named("m@%d", many),
            List.of(),
            List.of(SamplingWish.of(Sampling.untempered(64))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            100,
            0.001),
        named("ckpt/step-%d", many - 1).stream()
            .map(
                name ->
                    new FoundModels.Skipped(name, "Cannot read " + name + ": cut \u001b[31mred"))
            .toList(),
        List.of(),
        Duration.ofSeconds(3723),
        cells,
        new RolloutResult(
            List.of(new RolloutResult.Drawn(1990, 10, 50_000, VerifierUse.NOTHING, 9)), faults),
        1990,
        Optional.empty(),
        reviewed);
  }

  private static List<String> named(String pattern, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(pattern::formatted).toList();
  }

  private static Reviewed.Newest newest(String task) {
    return new Reviewed.Newest(
        "m@9",
        task,
        "temperature=1",
        "pass@1",
        0.5,
        0.46,
        0.54,
        Optional.of(new Reviewed.Change("m@8", -0.031, -0.043, -0.019)));
  }

  @Test
  void saysWhatAnOperatorWantsToKnow() {
    SweepResult result =
        result(
            1,
            List.of(new CellFailures("m@1, sums, temperature=1", 2000, 0)),
            List.of(),
            new Reviewed(
                Optional.of("nightly-20251231"),
                List.of("m@1"),
                List.of(newest("sums")),
                List.of(gate("Gate passed on sums: …", false))));

    assertThat(RunText.of(result, Optional.of("out/nightly-report.html")))
        .isEqualTo(
            """
            Run       nightly-20260101-030000-000-0a1b2c3d, 1 h 02 min 03 s
            Result    exit code 0: complete
            Models    1, 1 new since nightly-20251231: m@1
            Rollouts  2,000 wanted: 1,990 drawn now, 10 already there, 0 failed
            Scores    1,990 judged now, 0 without a verdict
            Newest    m@9 sums: pass@1 0.500 ± 0.040, -0.031 ± 0.012 from m@8
            Gates     1 passed
            Report    out/nightly-report.html
            """);
  }

  @Test
  void whereALineIsTooLongTheBaselineIsNamedByWhatSetsItApart() {
    Reviewed.Newest cell =
        new Reviewed.Newest(
            "hdfs:///run7/step-004626",
            "arithmetic",
            "temperature=1",
            "pass@1",
            0.5,
            0.46,
            0.54,
            Optional.of(new Reviewed.Change("hdfs:///run7/step-003", -0.031, -0.043, -0.019)));
    SweepResult result =
        result(
            1,
            List.of(),
            List.of(),
            new Reviewed(Optional.empty(), List.of(), List.of(cell), List.of()));

    assertThat(RunText.of(result, Optional.empty()))
        .contains(
            "Newest    hdfs:///run7/step-004626 arithmetic: pass@1 0.500 ± 0.040,"
                + " -0.031 ± 0.012 f")
        .contains(" from …/step-003\n");
  }

  @Test
  void theFigureStandsBehindALongSamplingToo() {
    assertThat(
            RunText.of(
                result(
                    1,
                    List.of(),
                    List.of(),
                    new Reviewed(
                        Optional.empty(),
                        List.of(),
                        List.of(
                            newest("sums"),
                            new Reviewed.Newest(
                                "m@9",
                                "sums",
                                "top_p=0." + "9".repeat(90),
                                "pass@1",
                                0.5,
                                0.46,
                                0.54,
                                Optional.empty())),
                        List.of())),
                Optional.empty()))
        .containsPattern("Newest    m@9 sums …9{58}: pass@1 0.500 ± 0.040\n");
  }

  @Test
  void staysOnOneScreenWhateverHappens() {
    List<CellFailures> cells =
        named("m@%d, sums", 40).stream().map(name -> new CellFailures(name, 2000, 3)).toList();
    List<Quarantined> faults =
        named("p%d", 40).stream()
            .map(id -> new Quarantined("m@1", "sums", id, 3, "died ".repeat(40)))
            .toList();
    SweepResult result =
        result(
            200,
            cells,
            faults,
            new Reviewed(
                Optional.of("nightly-20251231"),
                named("m@%d", 200),
                named("task-%d", 40).stream().map(RunTextTest::newest).toList(),
                named("Gate missed on task-%d" + ": a long reason".repeat(9), 40).stream()
                    .map(sentence -> gate(sentence, true))
                    .toList()));
    String text = RunText.of(result, Optional.of("out/" + "deep/".repeat(40) + "report.html"));

    assertThat(text.lines().collect(Collectors.toList()))
        .hasSizeLessThanOrEqualTo(24)
        .allMatch(line -> line.codePointCount(0, line.length()) <= 100)
        .noneMatch(line -> line.contains("\u001b"));
    assertThat(text)
        .contains("exit code 1: finished, but 40 of 40 cells failed more than the budget of 0.001")
        .contains("… and 39 more\n")
        .contains("… and 34 more\n")
        .contains("… and 37 more missed\n");
  }
}
