package org.galton.model.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.galton.model.llama.config.ConfigJson;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.WholeFolder;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.model.llama.weights.Safetensors;

/**
 * Writes a checkpoint folder in Hugging Face layout: {@code config.json}, {@code tokenizer.json},
 * {@code model.safetensors} in float16.
 */
public final class CheckpointWriter {
  private final LlamaConfig config;
  private final String tokenizerJson;
  private final long endToken;

  public CheckpointWriter(LlamaConfig config, String tokenizerJson, long endToken) {
    this.config = config;
    this.tokenizerJson = tokenizerJson;
    this.endToken = endToken;
  }

  /**
   * The folder appears whole or not at all; {@code galton.json} says where the weights come from.
   */
  public void write(Path folder, LlamaWeights weights, byte[] galtonJson) throws IOException {
    WholeFolder.write(
        folder,
        temporary -> {
          Files.write(temporary.resolve("config.json"), ConfigJson.write(config, endToken));
          Files.writeString(temporary.resolve("tokenizer.json"), tokenizerJson);
          Files.write(temporary.resolve("galton.json"), galtonJson);
          Safetensors.writeFloat16(weights.tensors(), temporary.resolve("model.safetensors"));
        });
  }
}
