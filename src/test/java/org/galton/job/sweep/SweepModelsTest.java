package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import org.galton.model.ComputeType;
import org.galton.model.Processor;
import org.galton.model.llama.Checkpoint;
import org.galton.model.source.Checkpoints;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import org.junit.jupiter.api.Test;

class SweepModelsTest {
  @Test
  void theDriverDecidesTheTypeAndTheStoredSpecNamesIt() {
    SweepSpec asked = spec("builtin:abacus@173");
    SweepSpec resolved = SweepModels.of(asked, new Checkpoints()).spec();
    ComputeType stored = Checkpoint.open("builtin:abacus@173").storedType();
    ComputeType expected = Processor.ofThisMachine().suited(List.of(stored));
    assertThat(resolved.decoding().type()).isEqualTo(expected);
    assertThat(asked.toYaml()).contains("compute: auto");
    assertThat(resolved.toYaml()).contains("compute: " + expected.name().toLowerCase(Locale.ROOT));
  }

  private static SweepSpec spec(String model) {
    String yaml =
        """
        sweep: small
        seed: 42
        output: runs/small
        models: ["%s"]
        tasks: [{name: arithmetic, prompts: 8}]
        sampling: {max_tokens: 64}
        rollouts: 16
        decoding: {compute: auto}
        """
            .formatted(model);
    return SweepSpec.read(
        new SpecSource("jobs/small.yaml", yaml, List.of()), path -> new StringReader(""));
  }
}
