package org.galton.model.llama.decoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.weights.Tensor;

/**
 * The decoder once more in double precision, plain loops and no cache: what the fast one is
 * compared with.
 */
public final class PlainDecoder {
  private final LlamaConfig config;
  private final PlainRotary rotary;
  private final Map<String, Tensor> tensors = new HashMap<>();

  public PlainDecoder(LlamaConfig config, List<Tensor> tensors) {
    this.config = config;
    this.rotary = new PlainRotary(config);
    tensors.forEach(tensor -> this.tensors.put(tensor.name(), tensor));
  }

  /** Logits after the last of the tokens, all of them a prompt. */
  public double[] logits(long[] tokens) {
    return logits(tokens, tokens.length).get(0);
  }

  /**
   * Logits after the last token of the prompt and after each that follows.
   *
   * @param promptTokens how many of the tokens were fed at once; the others came one by one
   */
  public List<double[]> logits(long[] tokens, int promptTokens) {
    return stream(tokens, promptTokens).subList(promptTokens - 1, tokens.length).stream()
        .map(this::head)
        .toList();
  }

  private double[] head(double[] last) {
    return times(
        config.tiedHead() ? "model.embed_tokens.weight" : "lm_head.weight",
        norm(last, "model.norm.weight"));
  }

  /** What the layers make of each token; it depends on none that comes later. */
  private List<double[]> stream(long[] tokens, int promptTokens) {
    List<double[]> stream = new ArrayList<>();
    for (long token : tokens) {
      stream.add(row("model.embed_tokens.weight", (int) token));
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      List<double[]> mixed = attention(stream, layer, promptTokens);
      for (int t = 0; t < tokens.length; t++) {
        add(stream.get(t), mixed.get(t));
        double[] normed = norm(stream.get(t), prefix + "post_attention_layernorm.weight");
        double[] gate = times(prefix + "mlp.gate_proj.weight", normed);
        double[] up = times(prefix + "mlp.up_proj.weight", normed);
        for (int i = 0; i < gate.length; i++) {
          gate[i] = gate[i] / (1 + Math.exp(-gate[i])) * up[i];
        }
        add(stream.get(t), times(prefix + "mlp.down_proj.weight", gate));
      }
    }
    return stream;
  }

  private List<double[]> attention(List<double[]> stream, int layer, int promptTokens) {
    String prefix = "model.layers." + layer + ".";
    String projection = prefix + "self_attn.";
    int width = config.headWidth();
    int group = config.heads() / config.keyValueHeads();
    List<double[]> queries = new ArrayList<>();
    List<double[]> keys = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int t = 0; t < stream.size(); t++) {
      double[] normed = norm(stream.get(t), prefix + "input_layernorm.weight");
      int length = Math.max(t + 1, promptTokens);
      queries.add(
          rotate(
              headNorm(project(projection + "q_proj", normed), projection + "q_norm"), t, length));
      keys.add(
          rotate(
              headNorm(project(projection + "k_proj", normed), projection + "k_norm"), t, length));
      values.add(project(projection + "v_proj", normed));
    }
    List<double[]> outputs = new ArrayList<>();
    for (int t = 0; t < stream.size(); t++) {
      double[] mixed = new double[config.heads() * width];
      for (int head = 0; head < config.heads(); head++) {
        double[] weights = new double[t + 1];
        double total = 0;
        for (int s = first(layer, t); s <= t; s++) {
          double score = 0;
          for (int i = 0; i < width; i++) {
            score += queries.get(t)[head * width + i] * keys.get(s)[head / group * width + i];
          }
          weights[s] = Math.exp(score / Math.sqrt(width));
          total += weights[s];
        }
        for (int s = first(layer, t); s <= t; s++) {
          for (int i = 0; i < width; i++) {
            mixed[head * width + i] += weights[s] / total * values.get(s)[head / group * width + i];
          }
        }
      }
      outputs.add(times(prefix + "self_attn.o_proj.weight", mixed));
    }
    return outputs;
  }

  /** The first position that a token sees. */
  private int first(int layer, int position) {
    int window = config.slidingWindow(layer);
    return window == 0 ? 0 : Math.max(0, position - window + 1);
  }

  private double[] project(String name, double[] x) {
    double[] projected = times(name + ".weight", x);
    if (tensors.containsKey(name + ".bias")) {
      float[] bias = tensors.get(name + ".bias").values();
      for (int i = 0; i < bias.length; i++) {
        projected[i] += bias[i];
      }
    }
    return projected;
  }

  private double[] headNorm(double[] heads, String name) {
    if (!tensors.containsKey(name + ".weight")) {
      return heads;
    }
    double[] normed = new double[heads.length];
    int width = config.headWidth();
    for (int start = 0; start < heads.length; start += width) {
      double[] head = Arrays.copyOfRange(heads, start, start + width);
      System.arraycopy(norm(head, name + ".weight"), 0, normed, start, width);
    }
    return normed;
  }

  private double[] rotate(double[] heads, int position, int length) {
    int width = config.headWidth();
    int half = width / 2;
    double magnitude = rotary.magnitude();
    double[] rotated = new double[heads.length];
    for (int start = 0; start < heads.length; start += width) {
      for (int i = 0; i < half; i++) {
        double angle = position * rotary.frequency(i, length);
        double a = heads[start + i] * magnitude;
        double b = heads[start + i + half] * magnitude;
        rotated[start + i] = a * Math.cos(angle) - b * Math.sin(angle);
        rotated[start + i + half] = b * Math.cos(angle) + a * Math.sin(angle);
      }
    }
    return rotated;
  }

  private double[] norm(double[] x, String weight) {
    double meanSquare = 0;
    for (double value : x) {
      meanSquare += value * value / x.length;
    }
    double[] normed = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      normed[i] =
          x[i] / Math.sqrt(meanSquare + config.normEpsilon()) * tensors.get(weight).values()[i];
    }
    return normed;
  }

  private double[] times(String matrix, double[] x) {
    int rows = (int) tensors.get(matrix).shape()[0];
    double[] product = new double[rows];
    for (int row = 0; row < rows; row++) {
      double[] weights = row(matrix, row);
      for (int i = 0; i < x.length; i++) {
        product[row] += weights[i] * x[i];
      }
    }
    return product;
  }

  private double[] row(String matrix, int row) {
    Tensor tensor = tensors.get(matrix);
    int columns = (int) tensor.shape()[1];
    double[] values = new double[columns];
    for (int i = 0; i < columns; i++) {
      values[i] = tensor.values()[row * columns + i];
    }
    return values;
  }

  private static void add(double[] to, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i];
    }
  }
}
