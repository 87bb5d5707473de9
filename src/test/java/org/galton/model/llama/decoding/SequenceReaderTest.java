package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.galton.model.llama.weights.Family;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SequenceReaderTest {
  static List<Family> family() {
    return Family.all();
  }

  /** In parts of seven places, the last one shorter. */
  @ParameterizedTest
  @MethodSource("family")
  void logProbabilitiesAreThoseOfThePlainDecoder(Family member) {
    try (RandomModel random = member.random(8);
        SequenceReader reader = new SequenceReader(random.manager, random.weights, 7)) {
      int vocabulary = random.config.vocabulary();
      int length = Math.min(18, random.config.maxPositions());
      int[] ids = new Random(4).ints(length, 0, vocabulary).toArray();
      List<DrawnToken> read = reader.read(Arrays.stream(ids).boxed().toList(), 3);
      assertThat(read).hasSize(length - 1);
      PlainDecoder plain = new PlainDecoder(random.config, random.tensors);
      for (int place : new int[] {7, 8, length - 1}) {
        long[] before = Arrays.stream(ids).limit(place).asLongStream().toArray();
        double[] logits = plain.logits(before);
        double total = Math.log(Arrays.stream(logits).map(Math::exp).sum());
        DrawnToken told = read.get(place - 1);
        assertThat(told.place()).isEqualTo(place);
        assertThat(told.id()).isEqualTo(ids[place]);
        // float32 rounding through a few dozen accumulations.
        assertThat(told.logprob()).isCloseTo((float) (logits[told.id()] - total), within(1e-4f));
        int[] order =
            IntStream.range(0, vocabulary)
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -logits[id]))
                .mapToInt(id -> id)
                .limit(3)
                .toArray();
        assertThat(told.likeliest()).isEqualTo(order);
        assertThat(told.likeliestLogprobs()[2])
            .isCloseTo((float) (logits[order[2]] - total), within(1e-4f));
      }
      assertThat(reader.read(List.of(1), 3)).isEmpty();
      assertThat(reader.read(List.of(1, 2), 0).get(0).likeliest()).isEmpty();
    }
  }
}
