package org.galton.model;

import java.io.Serializable;
import java.util.List;

/**
 * How the next token is drawn. Filters apply in the order temperature, top-k, top-p, min-p, and the
 * kept probabilities are renormalised.
 *
 * @param temperature divides the logits; 0 takes the most probable token
 * @param topK keep the k most probable tokens; 0 keeps all
 * @param topP keep the smallest set of most probable tokens whose probability reaches p, in (0, 1];
 *     1 keeps all
 * @param minP drop tokens less probable than this share of the most probable one, in [0, 1); 0
 *     drops none
 * @param maxTokens longest completion, in tokens
 * @param stop strings that end a completion and are cut from it
 */
public record Sampling(
    double temperature, int topK, double topP, double minP, int maxTokens, List<String> stop)
    implements Serializable {

  public Sampling {
    require(
        temperature >= 0 && Double.isFinite(temperature), "temperature", temperature, "0 or more");
    require(topK >= 0, "top_k", topK, "0 (off) or more");
    require(topP > 0 && topP <= 1, "top_p", topP, "above 0 and at most 1");
    require(minP >= 0 && minP < 1, "min_p", minP, "0 (off) or more and below 1");
    require(maxTokens >= 1, "max_tokens", maxTokens, "1 or more");
    require(stop.stream().noneMatch(String::isEmpty), "stop", stop, "no empty string");
    stop = List.copyOf(stop);
  }

  /** Temperature 1 and no filter: the model's own distribution. */
  public static Sampling untempered(int maxTokens) {
    return new Sampling(1, 0, 1, 0, maxTokens, List.of());
  }

  /** The same with another limit. */
  public Sampling withMaxTokens(int limit) {
    return new Sampling(temperature, topK, topP, minP, limit, stop);
  }

  /** The same at another temperature. */
  public Sampling withTemperature(double other) {
    return new Sampling(other, topK, topP, minP, maxTokens, stop);
  }

  /** The same with other strings that end a completion. */
  public Sampling withStop(List<String> strings) {
    return new Sampling(temperature, topK, topP, minP, maxTokens, strings);
  }

  private static void require(boolean holds, String key, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("Invalid " + key + " " + value + ": expected " + expected);
    }
  }
}
