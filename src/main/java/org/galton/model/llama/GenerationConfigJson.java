package org.galton.model.llama;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.galton.model.Sampling;
import org.galton.model.SamplingDefaults;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.CheckpointJson;
import org.galton.spec.InvalidInput;

/**
 * The sampling that a checkpoint's makers recommend: {@code generation_config.json}. What it leaves
 * out is off, not what some library would take instead; {@code do_sample} is not read, since a
 * sweep draws rollouts in any case and greedy is temperature 0.
 */
final class GenerationConfigJson {
  private static final String FILE = "generation_config.json";

  /** Settings that shape the distribution, with the value at which they do not. */
  private static final Map<String, Double> UNSUPPORTED_BUT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("repetition_penalty", 1.0),
              Map.entry("encoder_repetition_penalty", 1.0),
              Map.entry("presence_penalty", 0.0),
              Map.entry("frequency_penalty", 0.0),
              Map.entry("typical_p", 1.0),
              Map.entry("epsilon_cutoff", 0.0),
              Map.entry("eta_cutoff", 0.0),
              Map.entry("no_repeat_ngram_size", 0.0),
              Map.entry("encoder_no_repeat_ngram_size", 0.0),
              Map.entry("num_beams", 1.0),
              Map.entry("num_beam_groups", 1.0),
              Map.entry("diversity_penalty", 0.0),
              Map.entry("penalty_alpha", 0.0),
              Map.entry("guidance_scale", 1.0),
              Map.entry("min_length", 0.0),
              Map.entry("min_new_tokens", 0.0)));

  /** Settings that shape the distribution wherever they are not null. */
  private static final List<String> UNSUPPORTED =
      List.of(
          "bad_words_ids",
          "begin_suppress_tokens",
          "constraints",
          "dola_layers",
          "exponential_decay_length_penalty",
          "force_words_ids",
          "forced_bos_token_id",
          "forced_decoder_ids",
          "forced_eos_token_id",
          "sequence_bias",
          "stop_strings",
          "suppress_tokens",
          "top_h",
          "watermarking_config");

  private GenerationConfigJson() {}

  /** Says nothing where there is no such file. */
  static SamplingDefaults of(CheckpointFiles files) {
    if (!files.has(FILE)) {
      return SamplingDefaults.NONE;
    }
    String name = files.describe(FILE);
    try {
      JsonNode root = CheckpointJson.object(files.read(FILE), name);
      OptionalDouble temperature = number(root, "temperature", name);
      OptionalDouble topK = off(number(root, "top_k", name));
      OptionalDouble topP = number(root, "top_p", name);
      OptionalDouble minP = number(root, "min_p", name);
      new Sampling(
          temperature.orElse(1),
          (int) topK.orElse(0),
          topP.orElse(1),
          minP.orElse(0),
          1,
          List.of());
      return new SamplingDefaults(
          temperature,
          topK.isPresent() ? OptionalInt.of((int) topK.getAsDouble()) : OptionalInt.empty(),
          topP,
          minP,
          unsupported(root));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("Cannot read " + name + ": " + e.getMessage());
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + name + ": " + e);
    }
  }

  /** Files written for vLLM have -1 where nothing is left out. */
  private static OptionalDouble off(OptionalDouble topK) {
    return topK.isPresent() && topK.getAsDouble() == -1 ? OptionalDouble.of(0) : topK;
  }

  private static OptionalDouble number(JsonNode root, String key, String name) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw new InvalidInput(
          "Cannot read " + name + ": '" + key + "' is " + value + ", expected a number");
    }
    return OptionalDouble.of(value.asDouble());
  }

  private static List<String> unsupported(JsonNode root) {
    List<String> found = new ArrayList<>();
    UNSUPPORTED_BUT.forEach(
        (key, neutral) -> {
          JsonNode value = root.path(key);
          if (!value.isMissingNode() && !value.isNull() && value.asDouble(Double.NaN) != neutral) {
            found.add(key + "=" + value);
          }
        });
    for (String key : UNSUPPORTED) {
      if (root.hasNonNull(key)) {
        found.add(key + "=" + root.get(key));
      }
    }
    return found;
  }
}
