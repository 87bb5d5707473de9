package org.galton.model.llama.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.galton.model.AdaptedModel;
import org.galton.model.ComputeWish;
import org.galton.model.LanguageModel;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.Placement;
import org.galton.model.llama.adapter.RandomAdapter;
import org.galton.model.llama.config.ConfigJson;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.ModelType;
import org.galton.model.llama.config.RopeScaling;
import org.galton.model.llama.torch.Torch;
import org.galton.model.source.Checkpoints;
import org.galton.sweep.Decoding;
import org.galton.train.TrainingVocabulary;

/**
 * A random checkpoint in the shape of Qwen2.5 0.5B, to measure with: {@code main write FOLDER}
 * makes it in BF16 shards, {@code main load FOLDER} times its loading, {@code main adapters FOLDER}
 * prints the memory that adapters beside it take.
 */
final class LargeCheckpoint {
  static final LlamaConfig QWEN_HALF_BILLION =
      new LlamaConfig(
          ModelType.QWEN2,
          151_936,
          896,
          24,
          14,
          2,
          64,
          4864,
          32_768,
          1e-6,
          1e6,
          new RopeScaling.None(),
          Collections.nCopies(24, 0),
          true);

  private LargeCheckpoint() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    long start = System.nanoTime();
    if (arguments[0].equals("write")) {
      write(QWEN_HALF_BILLION, folder, 3);
      System.out.printf("written in %.1f s%n", (System.nanoTime() - start) / 1e9);
      return;
    }
    if (arguments[0].equals("adapters")) {
      adapters(folder);
      return;
    }
    Torch.start(1);
    System.out.printf("engine started in %.1f s%n", (System.nanoTime() - start) / 1e9);
    start = System.nanoTime();
    Checkpoint checkpoint = Checkpoint.open(folder.toString());
    String digest = checkpoint.card().digest();
    System.out.printf("digest %s in %.1f s%n", digest, (System.nanoTime() - start) / 1e9);
    try (LoadedCheckpoint loaded = new LoadedCheckpoint(checkpoint, Placement.CPU)) {
      System.out.printf(
          "%d weights, digest twice and all, in %.1f s%n",
          loaded.card().parameters(), (System.nanoTime() - start) / 1e9);
      Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
          .forEach(System.out::println);
    }
  }

  /** The base, then four adapters of rank 8 on all projections beside it, all open at once. */
  private static void adapters(Path folder) throws IOException {
    Decoding decoding = new Decoding(8, "cpu", ComputeWish.BFLOAT16);
    Checkpoints models = new Checkpoints();
    Torch.start(1);
    tellMemory("the engine");
    List<LanguageModel> open = new ArrayList<>(List.of(models.load(folder.toString(), decoding)));
    tellMemory("and the base");
    for (int i = 1; i <= 4; i++) {
      Path adapter = folder.resolveSibling("adapter-" + i);
      RandomAdapter.of(Checkpoint.open(folder.toString()).config(), module -> 8, i)
          .write(
              adapter,
              "{\"peft_type\": \"LORA\", \"r\": 8, \"lora_alpha\": 8, \"target_modules\":"
                  + " \"all-linear\"}");
      open.add(
          models.load(new AdaptedModel(folder.toString(), adapter.toString()).name(), decoding));
      tellMemory("and adapter " + i);
    }
    open.forEach(LanguageModel::close);
    tellMemory("all closed");
  }

  private static void tellMemory(String what) throws IOException {
    System.gc();
    Torch.releaseFreedMemory();
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .forEach(line -> System.out.println(what + ": " + line));
  }

  /** Normal weights of deviation 0.02, norms of one. */
  static void write(LlamaConfig config, Path folder, int shards) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("config.json"), ConfigJson.write(config, 0));
    Files.write(folder.resolve("tokenizer.json"), TrainingVocabulary.tokenizerJson());
    short[] normal = normal();
    SplittableRandom random = new SplittableRandom(1);
    List<Map.Entry<String, long[]>> tensors = List.copyOf(LlamaTensors.shapes(config).entrySet());
    ObjectNode index = new ObjectMapper().createObjectNode();
    ObjectNode map = index.putObject("weight_map");
    for (int shard = 0; shard < shards; shard++) {
      String file = "model-%05d-of-%05d.safetensors".formatted(shard + 1, shards);
      List<StoredTensor> part = new ArrayList<>();
      long position = 0;
      for (Map.Entry<String, long[]> tensor :
          tensors.subList(tensors.size() * shard / shards, tensors.size() * (shard + 1) / shards)) {
        long bytes = 2 * Arrays.stream(tensor.getValue()).reduce(1, Math::multiplyExact);
        part.add(
            new StoredTensor(
                tensor.getKey(), StoredType.BF16, tensor.getValue(), position, position + bytes));
        position += bytes;
        map.put(tensor.getKey(), file);
      }
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(folder.resolve(file)), 1 << 20)) {
        out.write(SafetensorsWriter.header(part));
        for (StoredTensor tensor : part) {
          fill(out, tensor, normal, random);
        }
      }
    }
    Files.writeString(folder.resolve("model.safetensors.index.json"), index.toString());
  }

  private static void fill(
      OutputStream out, StoredTensor tensor, short[] normal, SplittableRandom random)
      throws IOException {
    ByteBuffer row = ByteBuffer.allocate((int) tensor.rowBytes()).order(ByteOrder.LITTLE_ENDIAN);
    short one = HalfPrecision.brainFromFloat(1);
    for (long i = 0; i < tensor.shape()[0]; i++) {
      row.clear();
      while (row.hasRemaining()) {
        row.putShort(tensor.name().endsWith("norm.weight") ? one : normal[random.nextInt() >>> 16]);
      }
      out.write(row.array());
    }
  }

  private static short[] normal() {
    Random random = new Random(1);
    short[] values = new short[1 << 16];
    for (int i = 0; i < values.length; i++) {
      values[i] = HalfPrecision.brainFromFloat((float) (0.02 * random.nextGaussian()));
    }
    return values;
  }
}
