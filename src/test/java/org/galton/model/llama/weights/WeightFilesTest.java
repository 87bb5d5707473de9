package org.galton.model.llama.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.galton.model.ComputeType;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.decoding.RandomModel;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeightFilesTest {
  private static final String INDEX = "model.safetensors.index.json";
  private static final String FIRST = "model-00001-of-00003.safetensors";
  private static final String LAST = "model-00003-of-00003.safetensors";

  @TempDir Path temp;

  static Stream<Arguments> stored() {
    return Family.all().stream()
        .flatMap(
            member ->
                Arrays.stream(StoredType.values())
                    .flatMap(type -> Stream.of(1, 3).map(n -> Arguments.of(member, type, n))));
  }

  @ParameterizedTest
  @MethodSource("stored")
  void everyMemberLoadsInEveryTypeFromOneFileAndFromShards(
      Family member, StoredType type, int shards) throws IOException {
    Path folder = temp.resolve("model");
    try (RandomModel random = member.random(4)) {
      Family.write(random, folder, type, shards);
      Checkpoint checkpoint = Checkpoint.open(folder.toString());
      try (LlamaWeights loaded = load(random.manager, checkpoint)) {
        assertThat(loaded.config()).isEqualTo(member.config());
        List<Tensor> tensors = loaded.tensors();
        assertThat(tensors).hasSameSizeAs(random.tensors);
        for (int i = 0; i < tensors.size(); i++) {
          Tensor original = random.tensors.get(i);
          assertThat(tensors.get(i).name()).isEqualTo(original.name());
          assertThat(tensors.get(i).shape()).isEqualTo(original.shape());
          assertThat(tensors.get(i).values())
              .isEqualTo(type.decode(type.encode(original.values())));
        }
      }
    }
  }

  @Test
  void weightsCanBeKeptInHalfPrecision() throws IOException {
    try (RandomModel random = sharded(StoredType.BF16);
        LlamaWeights half =
            LlamaWeights.read(
                random.manager, random.config, checkpoint().weights(), ComputeType.FLOAT16)) {
      assertThat(half.tensors().get(0).values()[0])
          .isEqualTo(
              HalfPrecision.toFloat(
                  HalfPrecision.fromFloat(
                      HalfPrecision.brainToFloat(
                          HalfPrecision.brainFromFloat(random.tensors.get(0).values()[0])))));
    }
  }

  @Test
  void aMatrixLargerThanTheBufferIsReadInPieces() throws IOException {
    LlamaConfig wide = new LlamaConfig(98, 400, 1, 4, 2, 100, 700, 96, 1e-5, 10_000, true);
    try (RandomModel random = new RandomModel(wide, 3)) {
      Family.write(random, temp.resolve("model"), StoredType.F32, 1);
      try (LlamaWeights loaded = load(random.manager, checkpoint())) {
        for (int i = 0; i < random.tensors.size(); i++) {
          assertThat(loaded.tensors().get(i).values()).isEqualTo(random.tensors.get(i).values());
        }
      }
    }
  }

  @Test
  void rotaryFrequenciesAndATiedHeadOnDiskAreIgnored() throws IOException {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 3)) {
      List<Tensor> more = new ArrayList<>(random.tensors);
      more.add(1, tensor("model.layers.0.self_attn.rotary_emb.inv_freq", 4));
      more.add(new Tensor("lm_head.weight", more.get(0).shape(), more.get(0).values()));
      Family.write(random, temp.resolve("model"), StoredType.F16, 1);
      Safetensors.write(more, StoredType.F16, file("model.safetensors"));
      try (LlamaWeights loaded = load(random.manager, checkpoint())) {
        assertThat(loaded.tensors()).hasSameSizeAs(random.tensors);
      }
    }
  }

  @Test
  void aMissingShardIsNamedBeforeAnythingIsRead() throws IOException {
    sharded(StoredType.F16).close();
    Files.delete(file(LAST));
    assertRefused(
        () -> checkpoint(),
        "Cannot read "
            + file(LAST)
            + ": no such file; model.safetensors.index.json names it for"
            + " model.layers.2.input_layernorm.weight; it may be an unfinished download");
  }

  @Test
  void aTensorThatIsNotWhereTheIndexSaysIsNamed() throws IOException {
    sharded(StoredType.F16).close();
    List<Tensor> first = Safetensors.read(file(FIRST));
    Tensor moved = first.remove(0);
    Safetensors.write(first, StoredType.F16, file(FIRST));
    assertRefused(
        () -> checkpoint().weights(),
        "Cannot use "
            + file(INDEX)
            + ": tensor model.embed_tokens.weight is not in model-00001-of-00003.safetensors");

    List<Tensor> last = Safetensors.read(file(LAST));
    last.add(moved);
    Safetensors.write(last, StoredType.F16, file(LAST));
    assertRefused(
        () -> checkpoint().weights(),
        "Cannot use "
            + file(INDEX)
            + ": tensor model.embed_tokens.weight is not in model-00001-of-00003.safetensors but in"
            + " model-00003-of-00003.safetensors");
  }

  @Test
  void aTensorInTwoShardsAndOneOutsideTheIndexAreNamed() throws IOException {
    sharded(StoredType.F16).close();
    List<Tensor> first = Safetensors.read(file(FIRST));
    List<Tensor> last = Safetensors.read(file(LAST));
    last.add(first.get(0));
    Safetensors.write(last, StoredType.F16, file(LAST));
    assertRefused(
        () -> checkpoint().weights(),
        "Cannot use "
            + file(INDEX)
            + ": tensor model.embed_tokens.weight is in both model-00001-of-00003.safetensors and"
            + " model-00003-of-00003.safetensors");

    last.set(last.size() - 1, tensor("adapter", 2));
    Safetensors.write(last, StoredType.F16, file(LAST));
    assertRefused(
        () -> checkpoint().weights(),
        "Cannot use "
            + file(INDEX)
            + ": it does not list tensor adapter of model-00003-of-00003.safetensors");
  }

  @Test
  void anIndexThatLeavesTheFolderIsRefused() throws IOException {
    sharded(StoredType.F16).close();
    Files.writeString(file(INDEX), "{\"weight_map\": {\"a\": \"../b.safetensors\"}}");
    assertRefused(
        () -> checkpoint(),
        "Cannot use "
            + file(INDEX)
            + ": tensor a is in \"../b.safetensors\", expected the name of a file beside it");
    Files.writeString(file(INDEX), "{}");
    assertRefused(() -> checkpoint(), "Cannot use " + file(INDEX) + ": it has no weight_map");
  }

  @Test
  void aNumberTooLargeForTheChosenTypeIsNotCalledInfinite() throws IOException {
    try (RandomModel random = sharded(StoredType.F32)) {
      List<Tensor> first = Safetensors.read(file(FIRST));
      first.get(0).values()[7] = 1e6f;
      Safetensors.write(first, StoredType.F32, file(FIRST));
      assertRefused(
          () ->
              LlamaWeights.read(
                  random.manager, random.config, checkpoint().weights(), ComputeType.FLOAT16),
          "Cannot use "
              + temp.resolve("model")
              + ": tensor model.embed_tokens.weight holds a number too large for float16");
    }
  }

  @Test
  void theDigestCoversEveryShardAndTheFilesBesideThem() throws IOException {
    sharded(StoredType.F16).close();
    String before = checkpoint().card().digest();
    List<Tensor> last = Safetensors.read(file(LAST));
    last.get(0).values()[0] += 1;
    Safetensors.write(last, StoredType.F16, file(LAST));
    String changed = checkpoint().card().digest();
    assertThat(changed).isNotEqualTo(before);
    Files.writeString(file("chat_template.jinja"), "{{ messages }}");
    String templated = checkpoint().card().digest();
    assertThat(templated).isNotEqualTo(changed);
    Files.writeString(file("generation_config.json"), "{}");
    assertThat(checkpoint().card().digest()).isNotEqualTo(templated);
  }

  private RandomModel sharded(StoredType type) throws IOException {
    RandomModel random = new RandomModel(RandomModel.GROUPED, 9);
    Family.write(random, temp.resolve("model"), type, 3);
    return random;
  }

  private static LlamaWeights load(NDManager manager, Checkpoint checkpoint) {
    return LlamaWeights.read(
        manager, checkpoint.config(), checkpoint.weights(), ComputeType.FLOAT32);
  }

  private Checkpoint checkpoint() {
    return Checkpoint.open(temp.resolve("model").toString());
  }

  private Path file(String name) {
    return temp.resolve("model").resolve(name);
  }

  private static Tensor tensor(String name, int size) {
    return new Tensor(name, new long[] {size}, new float[size]);
  }

  private static void assertRefused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(InvalidInput.class).hasMessage(message);
  }
}
