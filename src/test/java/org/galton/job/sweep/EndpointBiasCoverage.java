package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.galton.model.endpoint.MisbehavingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As {@link EndpointBiasTest}, with 10,000 rollouts, and what came of them. */
final class EndpointBiasCoverage {
  @TempDir private Path folder;

  @Test
  void tenThousandRolloutsComeToTheSame() {
    EndpointBias sweeps = new EndpointBias(folder, 100, 100);
    try (MisbehavingServer whole = UnevenServer.undisturbed();
        MisbehavingServer lacking = UnevenServer.disturbed()) {
      EndpointBias.Outcome expected = sweeps.sweep("whole", whole);
      EndpointBias.Outcome found = sweeps.sweep("lacking", lacking);
      System.out.printf(
          "in full, %,d requests: %s %s%n",
          expected.requests(), expected.counts(), expected.means());
      System.out.printf(
          "lacking, %,d requests: %s %s%n", found.requests(), found.counts(), found.means());

      assertThat(found.counts()).isEqualTo(expected.counts());
      assertThat(found.means()).isEqualTo(expected.means());
    }
  }
}
