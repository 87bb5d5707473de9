package org.galton.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galton.model.ComputeType.BFLOAT16;
import static org.galton.model.ComputeType.FLOAT16;
import static org.galton.model.ComputeType.FLOAT32;

import java.util.List;
import java.util.Set;
import org.galton.model.ComputeWish;
import org.galton.model.Processor;
import org.junit.jupiter.api.Test;

class DecodingTest {
  private static final Processor PLAIN = new Processor(Set.of("avx2"));
  private static final Processor BRAIN = new Processor(Set.of("avx512_bf16"));
  private static final Decoding AUTO = new Decoding(8, "cpu", ComputeWish.AUTO);

  @Test
  void aTypeThatIsNamedIsKeptWhateverTheProcessorIs() {
    Decoding named = new Decoding(8, "cpu", ComputeWish.BFLOAT16);
    assertThat(named.decided(PLAIN, List.of(FLOAT32))).isEqualTo(named);
  }

  @Test
  void autoIsDecidedByTheProcessorAndTheCheckpoints() {
    assertThat(AUTO.decided(BRAIN, List.of(BFLOAT16)).type()).isEqualTo(BFLOAT16);
    assertThat(AUTO.decided(PLAIN, List.of(BFLOAT16)).type()).isEqualTo(FLOAT32);
  }

  @Test
  void aGpuTakesTheCheckpointsOwnType() {
    Decoding gpu = AUTO.withDevice("gpu");
    assertThat(gpu.decided(PLAIN, List.of(FLOAT16)).type()).isEqualTo(FLOAT16);
    assertThat(gpu.decided(PLAIN, List.of(FLOAT16, BFLOAT16)).type()).isEqualTo(FLOAT32);
  }
}
