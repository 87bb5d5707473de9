package org.galton.serve;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.chat.ToolTemplate;
import org.galton.model.llama.CheckpointWriter;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.model.llama.weights.Tensor;

/**
 * A checkpoint that acts: asked by a user it says one text, told a tool's result another. Each text
 * is one token, and the next token follows from the last one alone.
 */
final class AgentCheckpoint {
  private static final int WIDTH = 8;
  private static final int CONTEXT = 8_192;
  private static final float SURE = 100;

  /** Tokens behind those of {@link ByteTokenizer}. */
  private static final int ASKED = ByteTokenizer.SIZE;

  private static final int TOLD = ASKED + 1;
  private static final int CALL = ASKED + 2;
  private static final int ANSWER = ASKED + 3;
  private static final int VOCABULARY = ASKED + 4;

  private AgentCheckpoint() {}

  static void write(Path folder, String call, String answer) throws IOException {
    LlamaConfig config =
        new LlamaConfig(VOCABULARY, WIDTH, 1, 2, 2, 4, 8, CONTEXT, 1e-5, 10_000, false);
    Torch.start(1);
    try (NDManager manager = Torch.on("cpu");
        LlamaWeights random = LlamaWeights.random(manager, config, 1)) {
      List<Tensor> tensors = random.tensors().stream().map(AgentCheckpoint::acting).toList();
      try (LlamaWeights weights = LlamaWeights.of(manager, config, tensors, "agent")) {
        new CheckpointWriter(config, tokenizer(call, answer), 0)
            .write(folder, weights, "{}".getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.writeString(
        folder.resolve("chat_template.jinja"),
        ToolTemplate.endingWith("{{- '<told>' if messages[-1].role == 'tool' else '<asked>' }}"));
  }

  /** Blocks add nothing; the embedding of a token points to the one that follows. */
  private static Tensor acting(Tensor tensor) {
    float[] values = tensor.values().clone();
    if (tensor.name().endsWith("o_proj.weight") || tensor.name().endsWith("down_proj.weight")) {
      values = new float[values.length];
    } else if (tensor.name().contains("embed_tokens")) {
      values = new float[values.length];
      for (int token = 0; token < VOCABULARY; token++) {
        values[token * WIDTH + (token == ASKED ? 0 : token == TOLD ? 1 : 2)] = 1;
      }
    } else if (tensor.name().contains("lm_head")) {
      values = new float[values.length];
      values[CALL * WIDTH] = SURE;
      values[ANSWER * WIDTH + 1] = SURE;
      values[2] = SURE;
    }
    return new Tensor(tensor.name(), tensor.shape(), values);
  }

  private static String tokenizer(String call, String answer) throws IOException {
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(ByteTokenizer.json());
    JsonNode added = root.get("added_tokens");
    int id = ASKED;
    for (String text : List.of("<asked>", "<told>", call, answer)) {
      ((ArrayNode) added)
          .add(
              ((ObjectNode) added.get(0).deepCopy())
                  .put("id", id++)
                  .put("content", text)
                  .put("special", false));
    }
    return root.toString();
  }
}
