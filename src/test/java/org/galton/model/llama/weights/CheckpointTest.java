package org.galton.model.llama.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.CheckpointWriter;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.Placement;
import org.galton.model.llama.decoding.RandomModel;
import org.galton.model.llama.torch.Torch;
import org.galton.spec.InvalidInput;
import org.galton.train.TrainingVocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void writeACheckpoint() throws IOException {
    folder = temp.resolve("model");
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 1)) {
      String tokenizer = new String(TrainingVocabulary.tokenizerJson(), StandardCharsets.UTF_8);
      new CheckpointWriter(random.config, tokenizer, 0)
          .write(
              folder,
              random.weights,
              "{\"step\": 12, \"flops\": 3.5e9}".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aWrittenCheckpointReadsBackToHalfPrecision() throws IOException {
    Checkpoint checkpoint = Checkpoint.open(folder.toString());
    assertThat(checkpoint.config()).isEqualTo(RandomModel.GROUPED);
    assertThat(checkpoint.card().step()).hasValue(12);
    assertThat(checkpoint.card().trainingFlops()).hasValue(3.5e9);
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 1)) {
      List<Tensor> read = read();
      for (int i = 0; i < read.size(); i++) {
        Tensor original = random.tensors.get(i);
        assertThat(read.get(i).name()).isEqualTo(original.name());
        for (int j = 0; j < original.values().length; j++) {
          float value = original.values()[j];
          // Half precision keeps 11 bits; below 2^-14 its spacing is 2^-24.
          assertThat(Math.abs(read.get(i).values()[j] - value))
              .isLessThanOrEqualTo(Math.max(Math.abs(value) * 0x1p-11f, 0x1p-25f));
        }
      }
    }
  }

  @Test
  void theDigestChangesWithOneBitOfTheWeights() throws IOException {
    String before = Checkpoint.open(folder.toString()).card().digest();
    overwrite(Files.size(weights()) - 1, new byte[] {1});
    assertThat(Checkpoint.open(folder.toString()).card().digest()).isNotEqualTo(before);
  }

  @Test
  void aMissingModelIsSaidWithWhatIsExpected() {
    assertThatThrownBy(() -> Checkpoint.open("no/such/model"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read model no/such/model: no such directory; expected a Hugging Face checkpoint"
                + " directory or builtin:abacus or builtin:crowd or builtin:rambler");
    assertThatThrownBy(() -> Checkpoint.open("Qwen/Qwen3-0.6B"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read model Qwen/Qwen3-0.6B: no such directory; expected a Hugging Face"
                + " checkpoint directory or builtin:abacus or builtin:crowd or builtin:rambler; a"
                + " model of that name on the Hugging Face Hub is fetched by 'hf download"
                + " Qwen/Qwen3-0.6B --local-dir Qwen/Qwen3-0.6B', then the same command finds it");
    assertThatThrownBy(() -> Checkpoint.open("builtin:abakus"))
        .hasMessage("Cannot find builtin:abakus: the built-in models are abacus, crowd, rambler");
  }

  @ParameterizedTest
  @CsvSource({"tokenizer.json", "config.json", "model.safetensors"})
  void aMissingFileIsNamed(String file) throws IOException {
    Files.delete(folder.resolve(file));
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read "
                + folder.resolve(file)
                + ": no such file; a checkpoint needs config.json, tokenizer.json,"
                + " model.safetensors (or model.safetensors.index.json and its shards)");
  }

  @Test
  void anUnsupportedArchitectureIsRefusedByName() throws IOException {
    Path config = folder.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("\"llama\"", "\"gpt2\""));
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()).config())
        .hasMessage(
            "Cannot use "
                + config
                + ": model_type 'gpt2' is not supported, expected one of llama, mistral, qwen2,"
                + " qwen3");
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(weights().toFile(), "rw")) {
      file.setLength(file.length() - 100);
    }
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()).weights())
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read " + weights() + ": its tensors need ")
        .hasMessageEndingWith("are there; it may be an unfinished download");
  }

  @Test
  void bytesThatBelongToNoTensorAreRefused() throws IOException {
    overwrite(Files.size(weights()), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()).weights())
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read " + weights() + ": its last 3 bytes belong to no tensor of its header");
  }

  @Test
  void aHoleBetweenTensorsIsRefused() throws IOException {
    String header =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[12,20]}}";
    ByteBuffer file = ByteBuffer.allocate(8 + header.length() + 20).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
    Files.write(weights(), file.array());
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()).weights())
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot read " + weights() + ": tensor b begins at byte 12, expected 8");
  }

  @Test
  void weightsThatAreNotNumbersOnDiskAreNamed() throws IOException {
    overwrite(Files.size(weights()) - 2, new byte[] {0, 0x7e});
    assertThatThrownBy(this::load)
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot use " + folder + ": tensor model.norm.weight holds NaN");
    overwrite(Files.size(weights()) - 2, new byte[] {0, 0x7c});
    assertThatThrownBy(this::load)
        .hasMessage("Cannot use " + folder + ": tensor model.norm.weight holds an infinite number");
  }

  @Test
  void aTokenizerOfALargerVocabularyIsRefused() throws IOException {
    Path config = folder.resolve("config.json");
    String json = Files.readString(config);
    Files.writeString(config, json.replace("\"vocab_size\" : 98", "\"vocab_size\" : 97"));
    assertThat(Files.readString(config)).isNotEqualTo(json);
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()).tokenizer())
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot use "
                + folder.resolve("tokenizer.json")
                + ": its largest token id is 97 and vocab_size of config.json is 97; they belong to"
                + " different models");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"eos_token_id\": [5, 6]} | 5,6",
        "{\"eos_token_id\": 7} | 7",
        "{\"eos_token_id\": null} | 0",
        "{} | 0"
      })
  void endTokensAreThoseOfTheGenerationConfigWhereItNamesAny(String json, String expected)
      throws IOException {
    Files.writeString(folder.resolve("generation_config.json"), json);
    List<Long> ids = Arrays.stream(expected.split(",")).map(Long::valueOf).toList();
    assertThat(Checkpoint.open(folder.toString()).endTokens()).containsExactlyElementsOf(ids);
  }

  @ParameterizedTest
  @CsvSource({"-1", "1", "99999999", "4611686018427387904"})
  void anAbsurdHeaderLengthIsRefusedBeforeAnythingIsAllocated(long length) throws IOException {
    overwrite(0, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()).weights())
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read "
                + weights()
                + ": its header claims "
                + length
                + " bytes of a file of "
                + Files.size(weights()));
  }

  @Test
  void aTensorOfTheWrongShapeIsNamed() {
    assertRefused(
        tensors -> {
          Tensor norm = tensors.get(1);
          tensors.set(1, new Tensor(norm.name(), new long[] {16}, new float[16]));
        },
        "Cannot use random: tensor model.layers.0.input_layernorm.weight has shape [16], expected"
            + " [32] from config.json");
  }

  @Test
  void aMissingAForeignAndANotFiniteTensorAreNamed() {
    assertRefused(
        tensors -> tensors.remove(0),
        "Cannot use random: tensor model.embed_tokens.weight is missing");
    assertRefused(
        tensors -> tensors.add(new Tensor("adapter", new long[] {1}, new float[1])),
        "Cannot use random: tensor adapter is not part of this architecture");
    assertRefused(
        tensors -> tensors.get(0).values()[5] = Float.NaN,
        "Cannot use random: tensor model.embed_tokens.weight holds NaN");
  }

  @Test
  void halfPrecisionRoundTripsEveryFiniteValue() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = HalfPrecision.toFloat((short) bits);
      if (Float.isFinite(value)) {
        assertThat(HalfPrecision.fromFloat(value)).isEqualTo((short) bits);
      }
    }
    assertThat(HalfPrecision.toFloat((short) 0x3555)).isEqualTo(0.33325195f);
    assertThat(HalfPrecision.fromFloat(65504f)).isEqualTo((short) 0x7bff);
    assertThat(HalfPrecision.fromFloat(65520f)).isEqualTo((short) 0x7c00);
  }

  private interface Change {
    void apply(List<Tensor> tensors);
  }

  private static void assertRefused(Change change, String message) {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 2)) {
      List<Tensor> tensors = new ArrayList<>(random.tensors);
      change.apply(tensors);
      assertThatThrownBy(() -> LlamaWeights.of(random.manager, random.config, tensors, "random"))
          .isInstanceOf(InvalidInput.class)
          .hasMessage(message);
    }
  }

  private void load() {
    Torch.start(1);
    new LoadedCheckpoint(Checkpoint.open(folder.toString()), Placement.CPU).close();
  }

  private List<Tensor> read() throws IOException {
    return Safetensors.read(weights());
  }

  private Path weights() {
    return folder.resolve("model.safetensors");
  }

  private void overwrite(long position, byte[] bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(weights().toFile(), "rw")) {
      file.seek(position);
      file.write(bytes);
    }
  }
}
