package org.galton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galton.model.ComputeType.BFLOAT16;
import static org.galton.model.ComputeType.FLOAT16;
import static org.galton.model.ComputeType.FLOAT32;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessorTest {
  private static final Processor PLAIN = new Processor(Set.of("avx2", "fma"));
  private static final Processor BRAIN = new Processor(Set.of("avx512f", "avx512_bf16"));

  @Test
  void itsFlagsAreThoseOfTheFirstCore() {
    List<String> lines =
        List.of("processor\t: 0", "flags\t\t: fpu avx2 avx512_bf16", "", "flags\t\t: fpu");
    assertThat(Processor.described(lines).flags()).containsOnly("fpu", "avx2", "avx512_bf16");
    assertThat(Processor.described(List.of("Features : asimd")).flags()).isEmpty();
  }

  @Test
  void aTypeIsSuitedWhereAllCheckpointsHaveItAndTheProcessorMultipliesIt() {
    assertThat(BRAIN.suited(List.of(BFLOAT16, BFLOAT16))).isEqualTo(BFLOAT16);
    assertThat(PLAIN.suited(List.of(BFLOAT16))).isEqualTo(FLOAT32);
    assertThat(BRAIN.suited(List.of(BFLOAT16, FLOAT32))).isEqualTo(FLOAT32);
    // Rounding to bfloat16 would lose what float16 holds.
    assertThat(BRAIN.suited(List.of(FLOAT16))).isEqualTo(FLOAT32);
    assertThat(BRAIN.suited(List.of())).isEqualTo(FLOAT32);
  }
}
