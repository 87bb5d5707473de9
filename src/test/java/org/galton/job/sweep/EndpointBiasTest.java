package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.galton.model.endpoint.MisbehavingServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server leaves out of its answers, refuses or breaks, moves no mean. */
@Tag("whole")
final class EndpointBiasTest {
  @TempDir private Path folder;

  @Test
  void aServerThatLeavesThingsOutHasTheSameRowsAndMeans() {
    EndpointBias sweeps = new EndpointBias(folder, 8, 50);
    try (MisbehavingServer whole = UnevenServer.undisturbed();
        MisbehavingServer lacking = UnevenServer.disturbed()) {
      EndpointBias.Outcome expected = sweeps.sweep("whole", whole);
      EndpointBias.Outcome found = sweeps.sweep("lacking", lacking);

      assertThat(found.counts()).isEqualTo(expected.counts());
      assertThat(found.means()).isEqualTo(expected.means()).contains("pass@k");
      assertThat(found.counts()).hasSize(6);
      assertThat(found.requests()).isGreaterThan(expected.requests());
    }
  }
}
