package org.galton.job.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunName;
import org.galton.job.run.RunOrigin;
import org.galton.spec.InvalidInput;
import org.galton.table.ComparisonRow;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonJobTest {
  /** Of four rollouts: solve rates 1 0 .5 .75 .25 1 0 1 against .5 0 .5 .5 .25 1 .25 .75. */
  private static final int[] BETTER = {4, 0, 2, 3, 1, 4, 0, 4};

  private static final int[] WORSE = {2, 0, 2, 2, 1, 4, 1, 3};
  private static final List<String> CLUSTERS = List.of("a", "a", "a", "b", "b", "c", "d", "d");

  @TempDir private Path monday;
  @TempDir private Path tuesday;

  @Test
  void differenceOfTwoRunsHasItsKnownAnswers() {
    run(monday).cell("m", "sums", 4, 0, WORSE).write();
    run(tuesday).cell("m", "sums", 4, 0, BETTER).write();

    MetricComparison mean = metric(compare(), "mean@n");

    assertThat(mean.baselineValue()).hasValue(0.46875);
    assertThat(mean.candidateValue()).hasValue(0.5625);
    assertThat(mean.difference().value()).hasValue(0.09375);
    assertThat(mean.difference().standardError().orElseThrow())
        .isCloseTo(0.0809748087, within(5e-11));
    assertThat(mean.comparison().unpairedStandardError().orElseThrow())
        .isCloseTo(0.1900863291, within(5e-11));
    assertThat(mean.qValue()).isEqualTo(mean.comparison().pValue());
    assertThat(mean.clusters()).isEmpty();
    assertThat(metric(compare(), "pass@1").difference()).isEqualTo(mean.difference());
  }

  @Test
  void promptsThatComeInFewFamiliesHaveTheClusteredErrorForFew() {
    run(monday).cell("m", "sums", "judge-1", 4, 0, CLUSTERS, WORSE).write();
    run(tuesday).cell("m", "sums", "judge-1", 4, 0, CLUSTERS, BETTER).write();

    MetricComparison mean = metric(compare(), "mean@n");

    assertThat(mean.difference().standardError().orElseThrow())
        .isCloseTo(Math.sqrt((49 + 4 + 9 + 36) / 1024.0 / 64 * 4 / 3), within(1e-15));
    assertThat(mean.clusters()).hasValue(4);
  }

  @Test
  void promptsThatAreNotSharedOrShortAreLeftOutAndCounted() {
    run(monday).cell("m", "sums", 4, 0, 4, 1, 0, 2).write();
    run(tuesday).cell("m", "sums", 2, 1, 1, 0, 2, 2, 2).write();

    CellComparison cell = compare().cells().get(0);

    assertThat(cell.pair().onlyBaseline()).isEqualTo(1);
    assertThat(cell.pair().onlyCandidate()).isEqualTo(2);
    assertThat(cell.metrics().stream().map(MetricComparison::title))
        .containsExactly("pass@1", "pass@2", "mean@n", "maj@n");
    assertThat(cell.metrics().get(0).difference().prompts()).isEqualTo(3);
    MetricComparison vote = metric(compare(), "maj@n");
    assertThat(vote.promptsUnequal()).isEqualTo(3);
    assertThat(vote.difference().value()).isEmpty();
  }

  @Test
  void promptsThatFlippedMostComeFirstWithTheirText() {
    run(monday).cell("m", "sums", 4, 0, WORSE).write();
    run(tuesday).cell("m", "sums", 4, 0, BETTER).write();

    assertThat(compare().cells().get(0).flips())
        .containsExactly(
            new Flip("p0", "What is p0?", 0.5, 1), new Flip("p3", "What is p3?", 0.5, 0.75));
  }

  @Test
  void modelsOfOneRunAreComparedInAllPairsWithQValues() {
    run(monday)
        .cell("a", "sums", 4, 0, WORSE)
        .cell("b", "sums", 4, 0, BETTER)
        .cell("c", "sums", 4, 0, 4, 4, 4, 4, 4, 4, 3, 4)
        .cell("a", "sets", 4, 0, 1, 1)
        .write();

    ComparisonResult result = inside(List.of());

    assertThat(result.cells().stream().map(ComparisonJobTest::names))
        .containsExactly("a b", "a c", "b c");
    assertThat(result.unpaired()).singleElement().matches(cell -> cell.task().equals("sets"));
    assertThat(result.cells())
        .allSatisfy(
            cell -> {
              MetricComparison mean = metric(cell, "mean@n");
              assertThat(mean.qValue().orElseThrow())
                  .isGreaterThanOrEqualTo(mean.comparison().pValue().orElseThrow());
            });
    assertThat(inside(List.of("c", "a")).cells().stream().map(ComparisonJobTest::names))
        .containsExactly("c a");
  }

  @Test
  void earlierRunOfAFolderIsNamedByItsId() {
    run(monday).cell("m", "sums", 4, 0, WORSE).write();
    new CountedRun(monday, "run-2").cell("m", "sums", 4, 0, BETTER).write();

    ComparisonResult result = job().run(request(monday + "#run-1", monday.toString(), List.of()));

    assertThat(metric(result, "mean@n").difference().value()).hasValue(0.09375);
    assertThatThrownBy(() -> job().run(request(monday + "#run-9", monday.toString(), List.of())))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read %s#run-9: no finished run of that name is there; its runs are [run-2,"
                    .formatted(monday)
                + " run-1]");
  }

  static RunRow ended(ComparisonResult result) {
    return new RunOrigin("command: compare\n", "test")
        .row(new RunName(result.comparisonId(), "compare"), "4", Instant.EPOCH, Instant.EPOCH, 0);
  }

  @Test
  void tableHoldsARowForEachMetric() {
    run(monday).cell("m", "sums", 4, 0, WORSE).write();
    run(tuesday).cell("n", "sums", 4, 0, BETTER).write();
    ComparisonResult result = compare();

    RunRow ended = ended(result);
    job().write(result, ended, tuesday.toString());
    assertThat(
            new OutputFolder(tuesday.toString(), new Configuration())
                .ofRun(Table.RUNS, result.comparisonId())
                .rows(Table.RUNS.rows()))
        .containsExactly(ended);

    List<ComparisonRow> rows =
        new OutputFolder(tuesday.toString(), new Configuration())
            .ofComparison(result.comparisonId())
            .rows(Table.COMPARISONS.rows());
    assertThat(rows.stream().map(ComparisonRow::metric))
        .containsExactly("pass@k", "pass@k", "pass@k", "mean@n", "maj@n");
    assertThat(rows)
        .allMatch(row -> row.baselineModel().equals("m") && row.candidateModel().equals("n"));
    assertThat(rows.get(3).difference()).isEqualTo(0.09375);
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    run(monday).cell("m", "sums", 4, 0, 1, 2).write();
    run(tuesday).cell("n", "sums", 4, 7, 1, 2).write();

    assertThatThrownBy(this::compare)
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot compare m with n on sums: they share none of their 2 and 2 prompts; compare"
                + " runs of the same prompts (seed, split and options of the task)");
    assertThatThrownBy(() -> inside(List.of("x")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot compare model 'x': %s#run-1 has none of that name; expected one of [m]"
                .formatted(monday));
    assertThatThrownBy(() -> inside(List.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot compare the cells of %s: expected two of one task that differ in model or in"
                    .formatted(monday)
                + " sampling, found m on sums (temperature=1 max_tokens=64); name a second run to"
                + " compare with");
  }

  @Test
  void differingScorersAndClustersAreRefused() {
    run(monday).cell("m", "sums", "judge-1", 4, 0, List.of("x"), 1).write();
    run(tuesday).cell("m", "sums", "judge-2", 4, 0, List.of("y"), 1).write();

    assertThatThrownBy(this::compare)
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot compare m with m on sums: the scorers differ, judge-1 and judge-2; score both"
                + " alike first");
    new CountedRun(tuesday, "run-2").cell("m", "sums", "judge-1", 4, 0, List.of("y"), 1).write();
    assertThatThrownBy(this::compare)
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot compare m with m on sums: prompt p0 is of cluster 'x' in one and 'y' in the"
                + " other; give it one cluster and summarize again");
  }

  @Test
  void folderWithoutAFinishedRunIsRefused() {
    assertThatThrownBy(this::compare)
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read %s: no finished run with a summary is there; name the output folder of a"
                    .formatted(monday)
                + " sweep, and run the sweep first");
    assertThatThrownBy(() -> RunAddress.parse("#run-1"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read run '#run-1': expected an output folder, or");
  }

  private static CountedRun run(Path folder) {
    return new CountedRun(folder, "run-1");
  }

  private static ComparisonJob job() {
    return new ComparisonJob(new Configuration());
  }

  private ComparisonResult compare() {
    return job().run(request(monday.toString(), tuesday.toString(), List.of()));
  }

  private ComparisonResult inside(List<String> models) {
    return job().run(request(monday.toString(), null, models));
  }

  private static ComparisonRequest request(String baseline, String candidate, List<String> models) {
    return new ComparisonRequest(
        RunAddress.parse(baseline),
        Optional.ofNullable(candidate).map(RunAddress::parse),
        models,
        List.of(),
        2,
        Adjustment.HOCHBERG);
  }

  private static String names(CellComparison cell) {
    return cell.pair().baselineName() + " " + cell.pair().candidateName();
  }

  private static MetricComparison metric(ComparisonResult result, String title) {
    return metric(result.cells().get(0), title);
  }

  private static MetricComparison metric(CellComparison cell, String title) {
    return cell.metrics().stream()
        .filter(metric -> metric.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
