package org.galton.model.llama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.galton.model.ChatSupport;
import org.galton.model.ModelCard;
import org.galton.spec.InvalidInput;

/** A Hugging Face checkpoint, found by its source: a directory, or {@code builtin:NAME[@STEP]}. */
public final class Checkpoint {
  private static final String WEIGHTS = "model.safetensors";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String CONFIG = "config.json";
  private static final String PROVENANCE = "galton.json";

  private final CheckpointFiles files;
  private final ConfigJson config;

  private Checkpoint(CheckpointFiles files) throws IOException {
    this.files = files;
    for (String needed : List.of(CONFIG, TOKENIZER, WEIGHTS)) {
      if (!files.has(needed)) {
        throw new InvalidInput(
            "Cannot read "
                + files.describe(needed)
                + ": no such file; a checkpoint needs "
                + String.join(", ", CONFIG, TOKENIZER, WEIGHTS));
      }
    }
    this.config = new ConfigJson(files.read(CONFIG), files.describe(CONFIG));
  }

  /**
   * Opens a checkpoint and reads its configuration, not its weights.
   *
   * @throws InvalidInput when there is none, or its architecture is not supported
   */
  public static Checkpoint open(String source) {
    try {
      return new Checkpoint(locate(source));
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + source + ": " + e);
    }
  }

  private static CheckpointFiles locate(String source) {
    if (source.startsWith(Builtin.PREFIX)) {
      return Builtin.files(source);
    }
    Path folder = Path.of(source);
    if (!Files.isDirectory(folder)) {
      throw new InvalidInput(
          "Cannot read model "
              + source
              + ": no such directory; expected a Hugging Face checkpoint directory or "
              + Builtin.PREFIX
              + String.join(" or " + Builtin.PREFIX, Builtin.NAMES));
    }
    return new CheckpointFiles.Folder(folder);
  }

  public LlamaConfig config() {
    return config.config();
  }

  /** Ids that end a completion. */
  public Set<Long> endTokens() {
    return config.endTokens();
  }

  public Tokenizer tokenizer() {
    try {
      return new Tokenizer(files.read(TOKENIZER), files.describe(TOKENIZER), chatTemplate());
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.describe(TOKENIZER) + ": " + e);
    }
  }

  private Optional<ChatTemplate> chatTemplate() {
    return ChatTemplate.of(files);
  }

  /** All tensors in the order of the file, widened to float32. */
  public List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(files.open(WEIGHTS), 1 << 20)) {
      new SafetensorsReader(files.describe(WEIGHTS), files.size(WEIGHTS)).read(in, tensors::add);
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.describe(WEIGHTS) + ": " + e);
    }
    return tensors;
  }

  public String name() {
    return files.name();
  }

  /** What is known of the model; reads the weights once for their digest. */
  public ModelCard card() {
    JsonNode provenance = provenance();
    LlamaConfig shape = config();
    return new ModelCard(
        files.name(),
        digest(),
        shape.parameters(),
        shape.context(),
        provenance.has("step")
            ? OptionalLong.of(provenance.get("step").asLong())
            : OptionalLong.empty(),
        provenance.has("flops")
            ? OptionalDouble.of(provenance.get("flops").asDouble())
            : OptionalDouble.empty(),
        GenerationConfigJson.of(files),
        chatTemplate().<ChatSupport>map(template -> template).orElse(ChatSupport.none(name())));
  }

  private JsonNode provenance() {
    try {
      return files.has(PROVENANCE)
          ? new ObjectMapper().readTree(files.read(PROVENANCE))
          : new ObjectMapper().createObjectNode();
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.describe(PROVENANCE) + ": it is not JSON");
    }
  }

  /**
   * SHA-256 over the configuration, the tokenizer and the weights, each with its length; the first
   * 128 bits in hexadecimal.
   */
  private String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String file : List.of(CONFIG, TOKENIZER, WEIGHTS)) {
        sha.update(file.getBytes(StandardCharsets.UTF_8));
        sha.update(ByteBuffer.allocate(8).putLong(files.size(file)).array());
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = files.open(file)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            sha.update(buffer, 0, n);
          }
        }
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.name() + ": " + e);
    }
  }
}
