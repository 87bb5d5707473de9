package org.galton.model.llama;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.model.llama.config.CheckpointDigest;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.GaltonJson;
import org.galton.model.llama.config.WholeFolder;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.model.llama.weights.Safetensors;
import org.galton.model.llama.weights.Tensor;
import org.galton.model.llama.weights.WeightFiles;

/**
 * A checkpoint with other weights, in float32: tokenizer, chat template and all else are those of
 * the one that it comes from. Its digest is known before it is written.
 */
public final class DerivedCheckpoint {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Checkpoint origin;

  public DerivedCheckpoint(Checkpoint origin) {
    this.origin = origin;
  }

  /** What {@link Checkpoint#card} will say of the checkpoint that {@link #write} makes. */
  public String digest(LlamaWeights weights) {
    CheckpointFiles files = origin.files();
    List<Tensor> tensors = weights.tensors();
    CheckpointDigest digest = new CheckpointDigest();
    try {
      byte[] config = config();
      try (OutputStream out = digest.file(Checkpoint.CONFIG, config.length)) {
        out.write(config);
      }
      digest.add(files, List.of(Checkpoint.TOKENIZER));
      try (OutputStream out = digest.file(WeightFiles.SINGLE, Safetensors.float32Size(tensors))) {
        Safetensors.writeFloat32(tensors, out);
      }
      digest.add(files, origin.optional());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + files.name(), e);
    }
    return digest.hex();
  }

  /**
   * The folder appears whole or not at all; one that is there is replaced.
   *
   * @param galtonJson says where the weights come from
   */
  public void write(Path folder, LlamaWeights weights, byte[] galtonJson) throws IOException {
    WholeFolder.write(
        folder,
        temporary -> {
          Files.write(temporary.resolve(Checkpoint.CONFIG), config());
          copy(Checkpoint.TOKENIZER, temporary);
          for (String name : origin.optional()) {
            copy(name, temporary);
          }
          Files.write(temporary.resolve(GaltonJson.FILE), galtonJson);
          Safetensors.writeFloat32(weights.tensors(), temporary.resolve(WeightFiles.SINGLE));
        });
  }

  private void copy(String name, Path folder) throws IOException {
    try (InputStream in = origin.files().open(name)) {
      Files.copy(in, folder.resolve(name));
    }
  }

  /** The origin's, with the type of the weights as they are stored now. */
  private byte[] config() throws IOException {
    byte[] config = origin.files().read(Checkpoint.CONFIG);
    ObjectNode root = (ObjectNode) JSON.readTree(config);
    for (String key : List.of("torch_dtype", "dtype")) {
      if (root.has(key)) {
        root.put(key, "float32");
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }
}
