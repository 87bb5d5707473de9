package org.galton.model.llama.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galton.spec.InvalidInput;

/**
 * The rotary embedding in a {@code config.json}: {@code rope_theta} and {@code rope_scaling}, or
 * both in {@code rope_parameters} as newer files have it.
 */
final class RopeJson {
  private static final double DEFAULT_THETA = 10_000;
  private static final Set<String> COMMON =
      Set.of("rope_type", "type", "rope_theta", "partial_rotary_factor");

  private final ConfigNode config;
  private final ConfigNode scaling;
  private final String key;

  RopeJson(ConfigNode config) {
    this.config = config;
    // Transformers looks at rope_scaling first where both are given.
    this.key = config.has("rope_scaling") ? "rope_scaling" : "rope_parameters";
    JsonNode node = config.value(key);
    if (config.has(key) && !node.isObject()) {
      throw config.invalid(key, "an object");
    }
    this.scaling = new ConfigNode(node, config.name());
  }

  double theta() {
    double theta = scaling.number("rope_theta", config.number("rope_theta", DEFAULT_THETA));
    if (!(theta > 1)) {
      throw new InvalidInput(
          "Cannot use " + config.name() + ": rope_theta is " + theta + ", expected more than 1");
    }
    return theta;
  }

  RopeScaling scaling() {
    for (ConfigNode node : List.of(config, scaling)) {
      double share = node.number("partial_rotary_factor", 1);
      if (share != 1) {
        throw config.unsupported("partial_rotary_factor", Double.toString(share), "1");
      }
    }
    String type = type();
    return switch (type) {
      case "default" -> {
        only(type);
        yield new RopeScaling.None();
      }
      case "linear" -> {
        only(type, "factor");
        yield new RopeScaling.Linear(factor());
      }
      case "dynamic" -> {
        only(type, "factor", "original_max_position_embeddings");
        yield dynamic();
      }
      case "llama3" -> {
        only(
            type,
            "factor",
            "low_freq_factor",
            "high_freq_factor",
            "original_max_position_embeddings");
        yield new RopeScaling.Llama3(
            factor(),
            scaling.positive("low_freq_factor", 0),
            scaling.positive("high_freq_factor", 0),
            scaling.size("original_max_position_embeddings", ConfigNode.MOST));
      }
      case "yarn" -> {
        only(
            type,
            "factor",
            "original_max_position_embeddings",
            "attention_factor",
            "beta_fast",
            "beta_slow",
            "mscale",
            "mscale_all_dim",
            "truncate");
        yield yarn();
      }
      default ->
          throw config.unsupported(key + " type", type, "default, linear, dynamic, llama3 or yarn");
    };
  }

  private String type() {
    if (!config.has(key)) {
      return "default";
    }
    String named = scaling.has("rope_type") ? "rope_type" : "type";
    if (scaling.has(named)) {
      return scaling.value(named).asText();
    }
    if (scaling.has("factor")) {
      throw scaling.invalid("rope_type", "the kind of " + key);
    }
    return "default";
  }

  /** What the published configurations call {@code dynamic} has no other original length. */
  private RopeScaling dynamic() {
    int positions = config.size("max_position_embeddings", ConfigNode.MOST);
    int original = scaling.size("original_max_position_embeddings", ConfigNode.MOST, positions);
    if (original != positions) {
      throw config.unsupported(
          "original_max_position_embeddings",
          Integer.toString(original),
          "max_position_embeddings " + positions + " with rope type dynamic");
    }
    return new RopeScaling.Dynamic(factor());
  }

  private RopeScaling yarn() {
    double factor = factor();
    double inferred =
        RopeScaling.Yarn.attentionFactor(
            factor, scaling.number("mscale", 0), scaling.number("mscale_all_dim", 0));
    return new RopeScaling.Yarn(
        factor,
        scaling.size(
            "original_max_position_embeddings",
            ConfigNode.MOST,
            config.size("max_position_embeddings", ConfigNode.MOST)),
        scaling.positive("attention_factor", inferred),
        scaling.positive("beta_fast", 32),
        scaling.positive("beta_slow", 1),
        !scaling.has("truncate") || scaling.flag("truncate"));
  }

  private double factor() {
    double factor = scaling.number("factor", 0);
    if (!(factor >= 1)) {
      throw scaling.invalid("factor", "a number from 1");
    }
    return factor;
  }

  private void only(String type, String... keys) {
    Set<String> known = new LinkedHashSet<>(List.of(keys));
    for (Iterator<String> names = scaling.node().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!COMMON.contains(name)
          && !known.contains(name)
          && scaling.has(name)
          && !changesNothing(name)) {
        throw new InvalidInput(
            "Cannot use "
                + config.name()
                + ": key '"
                + name
                + "' of "
                + key
                + " is not supported with type "
                + type
                + ", expected "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
  }

  /** Of another type, and of the value that would be taken there if it were not given. */
  private boolean changesNothing(String key) {
    JsonNode value = scaling.value(key);
    return switch (key) {
      case "factor", "attention_factor", "beta_slow", "low_freq_factor" ->
          value.isNumber() && value.asDouble() == 1;
      case "beta_fast" -> value.isNumber() && value.asDouble() == 32;
      case "mscale", "mscale_all_dim" ->
          value.isNumber() && (value.asDouble() == 0 || value.asDouble() == 1);
      case "truncate", "finetuned" -> value.isBoolean();
      // A fact about the training, which these types do not compute with.
      case "original_max_position_embeddings" -> value.isIntegralNumber();
      default -> false;
    };
  }

  /** Writes what the constructor reads. */
  static void write(RopeScaling scaling, ObjectNode config) {
    if (scaling instanceof RopeScaling.None) {
      return;
    }
    ObjectNode node = config.putObject("rope_scaling").put("rope_type", scaling.type());
    if (scaling instanceof RopeScaling.Linear linear) {
      node.put("factor", linear.factor());
    } else if (scaling instanceof RopeScaling.Dynamic dynamic) {
      node.put("factor", dynamic.factor());
    } else if (scaling instanceof RopeScaling.Llama3 llama3) {
      node.put("factor", llama3.factor())
          .put("low_freq_factor", llama3.lowFrequencyFactor())
          .put("high_freq_factor", llama3.highFrequencyFactor())
          .put("original_max_position_embeddings", llama3.originalPositions());
    } else if (scaling instanceof RopeScaling.Yarn yarn) {
      node.put("factor", yarn.factor())
          .put("original_max_position_embeddings", yarn.originalPositions())
          .put("attention_factor", yarn.attentionFactor())
          .put("beta_fast", yarn.betaFast())
          .put("beta_slow", yarn.betaSlow())
          .put("truncate", yarn.truncate());
    }
  }
}
