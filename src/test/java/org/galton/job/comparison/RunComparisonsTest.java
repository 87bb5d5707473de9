package org.galton.job.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunTables;
import org.galton.table.ComparisonRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunComparisonsTest {
  private static final int[] BETTER = {4, 0, 2, 3, 1, 4, 0, 4};
  private static final int[] WORSE = {2, 0, 2, 2, 1, 4, 1, 3};
  private static final int[] NONE = {0, 0, 0, 0, 0, 0, 0, 0};

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @Test
  void eachCheckpointIsComparedWithTheOneBeforeItInTraining() {
    new CountedRun(folder, "run-1")
        .checkpoint("m@900", 900, "sums", 4, BETTER)
        .checkpoint("m@20", 20, "sums", 4, NONE)
        .checkpoint("m@100", 100, "sums", 4, WORSE)
        .write();

    List<ComparisonRow> rows = mean(comparisons("run-1").own());

    assertThat(rows.stream().map(RunComparisonsTest::names))
        .containsExactly("m@20 m@100", "m@100 m@900");
    assertThat(rows.get(1).difference()).isCloseTo(0.09375, within(1e-15));
    assertThat(rows.get(0).qValue()).isGreaterThanOrEqualTo(rows.get(0).pValue());
    assertThat(rows.get(0).comparisonId()).isEqualTo("run-1");
  }

  @Test
  void modelsThatAreNoCheckpointsOfOneTrainingAreComparedWithTheFirst() {
    new CountedRun(folder, "run-1")
        .checkpoint("b@900", 900, "sums", 4, BETTER)
        .checkpoint("a@20", 20, "sums", 4, NONE)
        .cell("c", "sums", 4, 0, WORSE)
        .cell("c", "sets", 4, 0, WORSE)
        .write();

    assertThat(mean(comparisons("run-1").own()).stream().map(RunComparisonsTest::names))
        .containsExactly("b@900 a@20", "b@900 c");
  }

  @Test
  void storedComparisonsOfTheRunAreFoundOnEitherSideAndOthersAreNot() {
    new CountedRun(folder, "run-1").cell("m", "sums", 4, 0, WORSE).write();
    new CountedRun(folder, "run-2").cell("m", "sums", 4, 0, BETTER).write();
    new CountedRun(elsewhere, "run-3").cell("m", "sums", 4, 0, NONE).write();
    store(folder + "#run-1", folder + "#run-2");
    store(elsewhere + "#run-3", folder + "#run-1");

    assertThat(mean(comparisons("run-1").stored()).stream().map(RunComparisonsTest::runs))
        .containsExactlyInAnyOrder("run-1 run-2", "run-3 run-1");
    assertThat(mean(comparisons("run-2").stored()).stream().map(RunComparisonsTest::runs))
        .containsExactly("run-1 run-2");
    assertThat(comparisons("run-1").own()).isEmpty();
  }

  @Test
  void aFolderWithoutComparisonsHasNone() {
    new CountedRun(folder, "run-1").cell("m", "sums", 4, 0, WORSE).write();

    assertThat(comparisons("run-1").stored()).isEmpty();
  }

  private void store(String baseline, String candidate) {
    ComparisonJob job = new ComparisonJob(new Configuration());
    ComparisonResult result =
        job.run(
            new ComparisonRequest(
                RunAddress.parse(baseline),
                Optional.of(RunAddress.parse(candidate)),
                List.of(),
                List.of(),
                0,
                Adjustment.HOCHBERG));
    job.write(result, ComparisonJobTest.ended(result), folder.toString());
  }

  private RunComparisons comparisons(String runId) {
    Configuration configuration = new Configuration();
    return new RunComparisons(
        folder.toString(), RunTables.of(folder.toString(), runId, configuration), configuration);
  }

  private static List<ComparisonRow> mean(List<ComparisonRow> rows) {
    return rows.stream().filter(row -> row.metric().equals("mean@n")).toList();
  }

  private static String names(ComparisonRow row) {
    return row.baselineModel() + " " + row.candidateModel();
  }

  private static String runs(ComparisonRow row) {
    return row.baselineRunId() + " " + row.candidateRunId();
  }
}
