package org.galton.model.llama.weights;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.CheckpointWriter;
import org.galton.model.llama.decoding.RandomModel;
import org.galton.spec.InvalidInput;
import org.galton.train.TrainingVocabulary;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints of sizes beyond reason: refused by what they say of themselves, unread. */
class CheckpointBoundsTest {
  private static final long GIGABYTES = 3_000_000_000L;

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void writeACheckpoint() throws IOException {
    folder = temp.resolve("model");
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 1)) {
      String tokenizer = new String(TrainingVocabulary.tokenizerJson(), StandardCharsets.UTF_8);
      new CheckpointWriter(random.config, tokenizer, 0)
          .write(folder, random.weights, "{\"step\": 12}".getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tokenizer.json, '100,000,000'",
    "config.json, '8,000,000'",
    "galton.json, '8,000,000'",
    "generation_config.json, '8,000,000'",
    "tokenizer_config.json, '8,000,000'",
    "chat_template.jinja, '8,000,000'"
  })
  void aSparseFileIsRefusedByItsSize(String file, String most) throws IOException {
    lengthen(file, GIGABYTES);
    assertRefused(
        this::card,
        "Cannot read "
            + folder.resolve(file)
            + ": it has 3,000,000,000 bytes, expected at most "
            + most
            + "; copy it again from where the model is published");
  }

  @Test
  void aSparseIndexIsRefusedByItsSize() throws IOException {
    Files.delete(weights());
    lengthen(WeightFiles.INDEX, GIGABYTES);
    assertRefused(
        this::card,
        "Cannot read "
            + folder.resolve(WeightFiles.INDEX)
            + ": it has 3,000,000,000 bytes, expected at most 8,000,000; copy it again from where"
            + " the model is published");
  }

  @Test
  void aHeaderOfGigabytesIsRefusedByItsLength() throws IOException {
    lengthen(WeightFiles.SINGLE, GIGABYTES);
    try (RandomAccessFile file = new RandomAccessFile(weights().toFile(), "rw")) {
      file.write(
          ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(2_000_000_000).array());
    }
    assertRefused(
        this::card,
        "Cannot read "
            + weights()
            + ": its header has 2,000,000,000 bytes, expected at most 16,000,000");
  }

  @Test
  void weightsOfAnotherShapeAreRefusedBeforeTheyAreHashed() throws IOException {
    long rows = 1_000_000_000_000L / 4;
    header("\"model.embed_tokens.weight\":" + tensor("[" + rows + "]", 0, 4 * rows), 4 * rows);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertRefused(
                this::card,
                "Cannot use "
                    + folder
                    + ": tensor model.embed_tokens.weight has shape ["
                    + rows
                    + "], expected [98, 32] from config.json"));
  }

  @Tag("whole")
  @Test
  void moreTensorsThanAnyDecoderHasAreRefused() throws IOException {
    header(
        IntStream.range(0, 100_001)
            .mapToObj(i -> "\"t" + i + "\":" + tensor("[0]", 0, 0))
            .collect(Collectors.joining(",")),
        0);
    assertRefused(
        this::card,
        "Cannot read " + weights() + ": it has 100,001 tensors, expected at most 100,000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2] | [\"0\",8] | tensor t has data_offsets [\"0\",8], expected its first byte and that"
            + " after its last",
        "[2] | [0,8.5] | tensor t has data_offsets [0,8.5], expected its first byte and that after"
            + " its last",
        "[2] | [0,99999999999999999999] | tensor t has data_offsets [0,99999999999999999999],"
            + " expected its first byte and that after its last",
        "[2] | [-8,0] | tensor t has data_offsets [-8,0], expected its first byte and that after"
            + " its last",
        "[2] | [8] | tensor t has data_offsets [8], expected its first byte and that after its"
            + " last",
        "[\"2\"] | [0,8] | tensor t has shape [\"2\"], expected at most 8 whole numbers",
        "[2.5] | [0,8] | tensor t has shape [2.5], expected at most 8 whole numbers",
        "[-2] | [0,8] | tensor t has shape [-2], expected at most 8 whole numbers",
        "[1,1,1,1,1,1,1,1,2] | [0,8] | tensor t has shape [1,1,1,1,1,1,1,1,2], expected at most 8"
            + " whole numbers",
        "2 | [0,8] | tensor t has shape 2, expected at most 8 whole numbers",
        "[4294967296,4294967296] | [0,8] | tensor t of shape [4294967296,4294967296] does not fill"
            + " its byte range [0,8]",
        "[2] | [0,16] | tensor t of shape [2] does not fill its byte range [0,16]",
        "[2] | [8,16] | tensor t begins at byte 8, expected 0"
      })
  void aTensorThatDoesNotFitItsBytesIsNamed(String shape, String offsets, String problem)
      throws IOException {
    header(
        "\"t\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":%s}".formatted(shape, offsets), 8);
    assertRefused(this::card, "Cannot read " + weights() + ": " + problem);
  }

  @Test
  void tensorsThatOverlapAreRefused() throws IOException {
    header("\"a\":" + tensor("[2]", 0, 8) + ",\"b\":" + tensor("[2]", 4, 12), 12);
    assertRefused(
        this::card, "Cannot read " + weights() + ": tensor b begins at byte 4, expected 8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"step\": -1} | step is -1, expected a whole number from 0: the training steps",
        "{\"step\": 1.5} | step is 1.5, expected a whole number from 0: the training steps",
        "{\"step\": 1e999} | step is \"Infinity\", expected a whole number from 0: the training"
            + " steps",
        "{\"step\": \"12\"} | step is 12, expected a whole number from 0: the training steps",
        "{\"flops\": 1e999} | flops is \"Infinity\", expected a number",
        "{\"flops\": -1} | flops is -1, expected a number from 0: the operations of its training",
        "{\"flops\": \"many\"} | flops is many, expected a number"
      })
  void aProvenanceWithoutMeaningIsRefused(String json, String problem) throws IOException {
    Files.writeString(folder.resolve("galton.json"), json);
    assertRefused(this::card, "Cannot use " + folder.resolve("galton.json") + ": " + problem);
  }

  @Test
  void aSamplingThatIsNotFiniteIsRefused() throws IOException {
    Files.writeString(folder.resolve("generation_config.json"), "{\"top_k\": 1e999}");
    assertRefused(
        this::card,
        "Cannot read "
            + folder.resolve("generation_config.json")
            + ": 'top_k' is \"Infinity\", expected a number");
  }

  private void card() {
    Checkpoint.open(folder.toString()).card();
  }

  private Path weights() {
    return folder.resolve(WeightFiles.SINGLE);
  }

  private static String tensor(String shape, long begin, long end) {
    return "{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}".formatted(shape, begin, end);
  }

  private void header(String tensors, long dataBytes) throws IOException {
    byte[] json = ("{" + tensors + "}").getBytes(StandardCharsets.UTF_8);
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length);
    try (RandomAccessFile file = new RandomAccessFile(weights().toFile(), "rw")) {
      file.setLength(0);
      file.write(length.array());
      file.write(json);
      file.setLength(8 + json.length + dataBytes);
    }
  }

  /** Without taking the space. */
  private void lengthen(String name, long bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  private static void assertRefused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(InvalidInput.class).hasMessage(message);
  }
}
