package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import org.assertj.core.data.Percentage;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.ModelType;
import org.galton.model.llama.config.RopeScaling;
import org.junit.jupiter.api.Test;

/** Frequencies of {@code transformers.modeling_rope_utils} 5.18, which computes in float32. */
class RotaryFrequenciesTest {
  @Test
  void linearScalingDividesEveryFrequency() {
    assertFrequencies(
        frequencies(16, 2048, 1e4, new RopeScaling.Linear(4)).inverse(5000),
        0.25,
        0.079056941,
        0.0250000004,
        0.00790569466,
        0.00249999994,
        0.000790569466,
        0.000250000012,
        7.90569466e-05);
  }

  @Test
  void dynamicScalingBeginsBeyondTheOriginalPositions() {
    RotaryFrequencies dynamic = frequencies(16, 2048, 1e4, new RopeScaling.Dynamic(4));
    assertThat(dynamic.fixed()).isFalse();
    assertThat(dynamic.inverse(2048)).isEqualTo(dynamic.inverse(1));
    assertThat(dynamic.inverse(2049)).isNotEqualTo(dynamic.inverse(2048));
    assertFrequencies(
        dynamic.inverse(100),
        1.0,
        0.316227764,
        0.100000001,
        0.0316227786,
        0.00999999978,
        0.00316227786,
        0.00100000005,
        0.000316227786);
    assertFrequencies(
        dynamic.inverse(5000),
        1.0,
        0.240649298,
        0.0579120778,
        0.013936501,
        0.00335380924,
        0.000807091768,
        0.000194226057,
        4.67403661e-05);
  }

  @Test
  void llama3ScalingKeepsHighFrequenciesAndDividesLowOnes() {
    RotaryFrequencies llama3 = frequencies(32, 131_072, 5e5, new RopeScaling.Llama3(8, 1, 4, 8192));
    assertThat(llama3.attentionFactor()).isEqualTo(1);
    assertFrequencies(
        llama3.inverse(1),
        1.0,
        0.440366626,
        0.193922758,
        0.0853971019,
        0.0376060307,
        0.0165604409,
        0.00729266508,
        0.00321144611,
        0.000524846022,
        7.78465546e-05,
        3.42810235e-05,
        1.50962178e-05,
        6.64786967e-06,
        2.92749974e-06,
        1.28917316e-06,
        5.6770881e-07);
  }

  @Test
  void yarnInterpolatesByPartsAndRaisesAttention() {
    double attention = RopeScaling.Yarn.attentionFactor(4, 0, 0);
    RotaryFrequencies yarn =
        frequencies(32, 131_072, 1e6, new RopeScaling.Yarn(4, 32_768, attention, 32, 1, true));
    assertThat(yarn.attentionFactor()).isCloseTo(1.138629436111989, within(1e-15));
    assertFrequencies(
        yarn.inverse(1),
        1.0,
        0.421696514,
        0.177827939,
        0.0749894157,
        0.0316227786,
        0.0133352149,
        0.00477990136,
        0.00165996165,
        0.000549999997,
        0.000168678584,
        4.44569851e-05,
        1.87473561e-05,
        7.90569356e-06,
        3.33380353e-06,
        1.40585337e-06,
        5.92843435e-07);
  }

  @Test
  void yarnWithMagnitudesAndWithoutRounding() {
    double attention = RopeScaling.Yarn.attentionFactor(40, 0.8, 1.2);
    RotaryFrequencies yarn =
        frequencies(16, 4096, 1e4, new RopeScaling.Yarn(40, 4096, attention, 16, 2, false));
    assertThat(yarn.attentionFactor()).isCloseTo(0.897720452428813, within(1e-15));
    assertFrequencies(
        yarn.inverse(1),
        1.0,
        0.316227764,
        0.100000001,
        0.0316227786,
        0.00579010462,
        0.000123952457,
        2.49999994e-05,
        7.90569447e-06);
  }

  @Test
  void theContextGrowsWithTheFactorWhereTheFactorIsNotInItAlready() {
    assertThat(config(16, 2048, 1e4, new RopeScaling.None()).context()).isEqualTo(2048);
    assertThat(config(16, 2048, 1e4, new RopeScaling.Linear(4)).context()).isEqualTo(8192);
    assertThat(config(16, 2048, 1e4, new RopeScaling.Dynamic(2.5)).context()).isEqualTo(5120);
    assertThat(config(16, 9000, 1e4, new RopeScaling.Llama3(8, 1, 4, 2048)).context())
        .isEqualTo(9000);
    assertThat(config(16, 2048, 1e4, new RopeScaling.Yarn(4, 1024, 1, 32, 1, true)).context())
        .isEqualTo(4096);
  }

  private static void assertFrequencies(double[] found, double... expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      // A part in a million: their float32 loses digits where the passages subtract.
      assertThat(found[i]).isCloseTo(expected[i], Percentage.withPercentage(1e-4));
    }
  }

  private static RotaryFrequencies frequencies(
      int headWidth, int maxPositions, double theta, RopeScaling rope) {
    return RotaryFrequencies.of(config(headWidth, maxPositions, theta, rope));
  }

  private static LlamaConfig config(
      int headWidth, int maxPositions, double theta, RopeScaling rope) {
    return new LlamaConfig(
        ModelType.LLAMA,
        10,
        4 * headWidth,
        1,
        4,
        2,
        headWidth,
        8,
        maxPositions,
        1e-6,
        theta,
        rope,
        Collections.nCopies(1, 0),
        true);
  }
}
