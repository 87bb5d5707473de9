package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script in place of {@code galton} that tells what DuckDB counts, or something else. */
final class StatsBenchmarkTest {
  @TempDir private Path folder;

  private StatsBenchmark benchmark(long rollouts, double rate) throws IOException {
    String told =
        "{\"models\": [{\"rollouts\": %d, \"metrics\": [{\"metric\": \"pass@k\", \"k\": 1, \"value\": %s}]}]}"
            .formatted(rollouts, rate);
    Path script =
        Files.writeString(
            folder.resolve("galton"),
            "#!/bin/bash\n[[ $4 == *one-prompt* ]] || for ((i = 0; i < 100000; i++)); do :; done\necho '%s'\n"
                .formatted(told));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new StatsBenchmark(script, folder, 1);
  }

  @Test
  void statisticsAreTimedBesideTheSameCountsOfADatabase() throws Exception {
    Path file = folder.resolve("two.parquet");
    ScoredRollouts.write(2, file);
    CountQuery.Answer counts = CountQuery.COUNTS.of(file);

    assertThat(counts.rollouts()).isEqualTo(2L * ScoredRollouts.PER_PROMPT);
    assertThat(CountQuery.BARE.of(file).solveRate()).isEqualTo(counts.solveRate());

    StatsBenchmark.Row row = benchmark(800, counts.solveRate()).run(List.of(2)).get(0);

    assertThat(row.rollouts()).isEqualTo(800);
    assertThat(row.stats()).isGreaterThan(row.start());
    assertThat(row.ratio()).isEqualTo((row.stats() - row.start()) / row.counts());
    assertThat(row.bareRatio()).isEqualTo((row.stats() - row.start()) / row.bare());
  }

  @Test
  void aTimeOfAnotherResultIsNone() {
    assertThatThrownBy(() -> benchmark(799, 0.5).run(List.of(2)))
        .hasMessageStartingWith("Cannot compare: galton stats counts 799 rollouts, pass@1 0.5")
        .hasMessageEndingWith("expected 800 and the same rate");
  }
}
