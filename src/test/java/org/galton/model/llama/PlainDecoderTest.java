package org.galton.model.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.galton.model.llama.decoding.PlainDecoder;
import org.galton.model.llama.decoding.RandomModel;
import org.galton.model.llama.weights.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the fast decoder is compared with agrees itself with Transformers 5.18 (PyTorch 2.13,
 * float32, eager attention), which loaded the checkpoints that {@link Family#write} makes.
 */
class PlainDecoderTest {
  private static final String PIECEWISE = ", 30 at once";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'llama, grouped and tied' | 1.52049 0.892876 -1.95677 -3.81627 -1.61295 -0.382501
          'llama, untied' | 0.107933 0.272882 1.51382 0.0337823 -0.205449 1.73335
          'llama, linear' | 1.2574 -0.32769 0.540799 -0.22834 0.152365 -0.194942
          'llama, dynamic' | 1.41556 -1.23894 -1.03867 -1.85993 0.3274 -0.677815
          'llama, llama3' | 1.22941 -0.245632 -0.585033 -0.776087 0.0968992 -1.18195
          'llama, yarn' | 1.58415 -0.580757 -0.01967 -0.923964 0.898281 -1.16143
          'mistral' | -0.810275 0.207654 0.211637 1.99789 0.239146 -0.453354
          'mistral, wide heads' | -0.11555 -2.42039 0.368295 0.438728 -0.33746 1.35285
          'qwen2' | 0.732893 0.684803 -0.348504 0.938344 2.67682 -0.59181
          'qwen2, sliding from layer 1' | 0.110683 -0.00324753 -1.05017 -0.0211868 2.21191 -0.250136
          'qwen2, yarn' | -0.128412 0.305772 0.0274309 0.296692 1.48479 1.68053
          'qwen3' | -0.0917806 1.25181 -1.24037 -1.09113 0.551425 0.906015
          'qwen3, yarn, sliding' | 4.92113 -0.800821 1.00849 0.11955 -1.71027 -0.0993705
          'llama, dynamic, 30 at once' | 1.4644 -1.02155 -0.573406 -1.53388 0.750243 -0.669716
          """)
  void logitsAreThoseOfTransformers(String name, String logits) {
    int prompt = name.endsWith(PIECEWISE) ? 30 : 40;
    Family family = family(name.replace(PIECEWISE, ""));
    try (RandomModel random = family.random(17)) {
      long[] tokens = new Random(3).longs(40, 0, random.config.vocabulary()).toArray();
      double[] plain =
          new PlainDecoder(random.config, random.tensors).logits(tokens, prompt).get(40 - prompt);
      double[] expected = Arrays.stream(logits.split(" ")).mapToDouble(Double::valueOf).toArray();
      assertThat(Arrays.copyOf(plain, expected.length)).containsExactly(expected, within(1e-5));
    }
  }

  @Test
  void everyMemberIsCompared() {
    assertThat(Family.all()).hasSize(13).extracting(Family::name).doesNotHaveDuplicates();
  }

  private static Family family(String name) {
    List<Family> found = Family.all().stream().filter(one -> one.name().equals(name)).toList();
    return found.get(0);
  }
}
