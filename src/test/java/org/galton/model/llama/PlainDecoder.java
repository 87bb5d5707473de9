package org.galton.model.llama;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The decoder once more in double precision, plain loops and no cache: what the fast one is
 * compared with.
 */
final class PlainDecoder {
  private final LlamaConfig config;
  private final Map<String, Tensor> tensors = new HashMap<>();

  PlainDecoder(LlamaConfig config, List<Tensor> tensors) {
    this.config = config;
    tensors.forEach(tensor -> this.tensors.put(tensor.name(), tensor));
  }

  /** Logits after the last of the tokens. */
  double[] logits(long[] tokens) {
    List<double[]> stream = new ArrayList<>();
    for (long token : tokens) {
      stream.add(row("model.embed_tokens.weight", (int) token));
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      List<double[]> mixed = attention(stream, prefix);
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
    double[] last = norm(stream.get(tokens.length - 1), "model.norm.weight");
    return times(config.tiedHead() ? "model.embed_tokens.weight" : "lm_head.weight", last);
  }

  private List<double[]> attention(List<double[]> stream, String prefix) {
    int width = config.headWidth();
    int group = config.heads() / config.keyValueHeads();
    List<double[]> queries = new ArrayList<>();
    List<double[]> keys = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int t = 0; t < stream.size(); t++) {
      double[] normed = norm(stream.get(t), prefix + "input_layernorm.weight");
      queries.add(rotate(times(prefix + "self_attn.q_proj.weight", normed), t));
      keys.add(rotate(times(prefix + "self_attn.k_proj.weight", normed), t));
      values.add(times(prefix + "self_attn.v_proj.weight", normed));
    }
    List<double[]> outputs = new ArrayList<>();
    for (int t = 0; t < stream.size(); t++) {
      double[] mixed = new double[config.heads() * width];
      for (int head = 0; head < config.heads(); head++) {
        double[] weights = new double[t + 1];
        double total = 0;
        for (int s = 0; s <= t; s++) {
          double score = 0;
          for (int i = 0; i < width; i++) {
            score += queries.get(t)[head * width + i] * keys.get(s)[head / group * width + i];
          }
          weights[s] = Math.exp(score / Math.sqrt(width));
          total += weights[s];
        }
        for (int s = 0; s <= t; s++) {
          for (int i = 0; i < width; i++) {
            mixed[head * width + i] += weights[s] / total * values.get(s)[head / group * width + i];
          }
        }
      }
      outputs.add(times(prefix + "self_attn.o_proj.weight", mixed));
    }
    return outputs;
  }

  private double[] rotate(double[] heads, int position) {
    int width = config.headWidth();
    int half = width / 2;
    double[] rotated = new double[heads.length];
    for (int start = 0; start < heads.length; start += width) {
      for (int i = 0; i < half; i++) {
        double angle = position * Math.pow(config.ropeTheta(), -2.0 * i / width);
        double a = heads[start + i];
        double b = heads[start + i + half];
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
