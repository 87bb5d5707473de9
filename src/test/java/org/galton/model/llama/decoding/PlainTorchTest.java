package org.galton.model.llama.decoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.galton.model.llama.config.ConfigJson;
import org.galton.model.llama.config.RopeScaling;
import org.galton.model.llama.weights.Family;
import org.galton.model.llama.weights.Safetensors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code check_decoder.py} and the decoder as Galton runs it, on the same checkpoints.
 * Passed over where no Python has a torch, unless {@code GALTON_TEST_TORCH} is set.
 */
final class PlainTorchTest {
  private static final String SCRIPT = "cluster-conf/gpu/check_decoder.py";

  private static Path python;

  @TempDir private Path folder;

  private record Ended(int code, String said) {}

  @BeforeAll
  static void findPython() {
    Optional<Path> found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(path -> Path.of(path, "python3"))
            .filter(Files::isExecutable)
            .filter(PlainTorchTest::hasTorch)
            .findFirst();
    boolean wanted = System.getenv("GALTON_TEST_TORCH") != null;
    assumeTrue(wanted || found.isPresent(), "no python3 with torch on the PATH");
    python = found.orElseThrow();
  }

  private static boolean hasTorch(Path candidate) {
    try {
      String find =
          "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)";
      return new ProcessBuilder(candidate.toString(), "-c", find).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void logitsOfEveryFamilyAreThoseOfGaltonsOwnDecoder() throws Exception {
    List<Family> families =
        Family.all().stream()
            .filter(family -> family.config().rope() instanceof RopeScaling.None)
            .toList();
    long[] tokens = new Random(3).longs(60, 0, families.get(0).config().vocabulary()).toArray();
    List<String> words = new ArrayList<>();
    Map<String, float[]> expected = new LinkedHashMap<>();
    for (Family family : families) {
      Path checkpoint = Files.createDirectory(folder.resolve(family.name().replace(' ', '-')));
      try (RandomModel random = family.random(5);
          DecoderScript script = new DecoderScript(random.manager, random.weights);
          NDManager scratch = random.manager.newSubManager()) {
        Files.write(checkpoint.resolve("config.json"), ConfigJson.write(random.config, 0));
        Safetensors.writeFloat32(random.tensors, checkpoint.resolve("model.safetensors"));
        NDArray logits = script.logits(scratch, tokens);
        expected.put(checkpoint.getFileName().toString(), logits.toFloatArray());
      }
      words.addAll(List.of("--checkpoint", checkpoint.toString()));
    }
    Path json = folder.resolve("figures.json");
    String ids = LongStream.of(tokens).mapToObj(Long::toString).collect(Collectors.joining(","));
    words.addAll(List.of("--types", "float32", "--text-tokens", "3", "--tokens", ids));
    words.addAll(List.of("--shapes", "tiny", "--batches", "4", "--prompts", "8", "--rounds", "1"));
    words.addAll(List.of("--new-tokens", "2", "--json", json.toString()));

    Ended ended = run(words);

    assertThat(ended.code()).as(ended.said()).isZero();
    JsonNode figures = new ObjectMapper().readTree(json.toFile());
    assertThat(figures.get("right").asBoolean()).isTrue();
    assertThat(figures.get("exactness")).hasSize(families.size());
    assertThat(figures.get("speed").get(0).get("tokens_per_second").asDouble()).isPositive();
    assertThat(expected.keySet())
        .allSatisfy(
            name -> assertClose(numbers(figures.get("logits").get(name)), expected.get(name)));
  }

  @Test
  void aDecoderThatSeesLessIsFoundOut() throws Exception {
    // Half of the step's own tokens are hidden: what is fed at once stays right.
    String decoder =
        Files.readString(Path.of("src/main/resources/org/galton/model/llama/torch/decoder.py"));
    String spoiled =
        decoder.replace(
            "masks[windows[i]] = self.hidden(at, columns, windows[i])",
            "masks[windows[i]] = self.hidden(at // 2, columns, windows[i])");
    assertThat(spoiled).isNotEqualTo(decoder);
    Path source = Files.writeString(folder.resolve("decoder.py"), spoiled);

    Ended ended =
        run(
            List.of(
                "--source",
                source.toString(),
                "--families",
                "llama",
                "--types",
                "float32",
                "--text-tokens",
                "4",
                "--shapes",
                "none"));

    assertThat(ended.code()).as(ended.said()).isEqualTo(1);
    assertThat(ended.said()).contains("WRONG", "1 of 1 comparisons differ by more than is allowed");
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    assertThat(run(List.of("--checkpoint", folder.toString())))
        .matches(ended -> ended.code() == 2)
        .extracting(Ended::said)
        .asString()
        .contains("Cannot read " + folder.resolve("config.json"), "give the folder of a checkpoint")
        .doesNotContain("Traceback");
  }

  private static Ended run(List<String> words) throws Exception {
    List<String> all =
        Stream.concat(Stream.of(python.toString(), SCRIPT, "--device", "cpu"), words.stream())
            .toList();
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private static double[] numbers(JsonNode rows) {
    List<Double> values = new ArrayList<>();
    rows.forEach(row -> row.forEach(value -> values.add(value.asDouble())));
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Two engines' orders of summation in float32. */
  private static void assertClose(double[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    double largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-4 * largest));
    }
  }
}
