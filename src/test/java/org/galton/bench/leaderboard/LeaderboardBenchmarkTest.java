package org.galton.bench.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.galton.bench.TimedCommand;
import org.galton.table.store.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script in place of {@code galton} that counts as many rollouts as it is told. */
final class LeaderboardBenchmarkTest {
  @TempDir private Path folder;

  @Test
  void growthTakesStartsOff() throws Exception {
    LeaderboardBenchmark.Result result =
        new LeaderboardBenchmark.Result(10_000_000, 1_000_000, time(5), time(7), time(24));
    assertThat(result.growth()).isCloseTo(19.0 / 2, within(1e-12));
    assertThat(result.rate()).isCloseTo(10_000_000 / 19.0, within(1e-6));
    assertThat(result.ratios()).singleElement().extracting("value").isEqualTo(9.5);
    assertThat(new LeaderboardBenchmark.Result(100, 10, time(5), time(4.9), time(6)).ratios())
        .isEmpty();
  }

  private static TimedCommand.Time time(double cpu) {
    return new TimedCommand.Time(99, cpu);
  }

  @Test
  void aLeaderboardOfOtherRolloutsIsNone() throws IOException {
    // 30 agents of one rollout, whatever the input: right for the start alone.
    String agents = "{\"attempts\": 1},".repeat(30);
    Path script = folder.resolve("galton");
    Files.writeString(
        script,
        "#!/bin/bash\necho '{\"agents\": [%s]}'\n"
            .formatted(agents.substring(0, agents.length() - 1)));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> done = new ArrayList<>();
    assertThatThrownBy(() -> new LeaderboardBenchmark(script, folder, 600, 1).run(done::add))
        .hasMessage(
            "Cannot time leaderboards: it has 30 agents and 30 rollouts; expected 30 and 60");
    assertThat(done).containsExactly("write rollouts", "round 1 of 1");
  }

  @Test
  void everyAgentHasItsShareOfTheRollouts() throws IOException {
    AgentRollouts.write(300, folder.resolve("rows"));
    Map<String, Integer> agents = new HashMap<>();
    for (int file = 0; file < 8; file++) {
      new TableFile(
              new org.apache.hadoop.fs.Path(folder + "/rows/part-" + file + ".parquet"),
              new Configuration())
          .forEach(
              AgentRollouts.TABLE.rows(),
              row -> agents.merge(row.model() + " " + row.scaffold(), 1, Integer::sum));
    }
    assertThat(agents).hasSize(30).containsValue(10);
    assertThat(agents.values()).allMatch(count -> count == 10);
  }
}
