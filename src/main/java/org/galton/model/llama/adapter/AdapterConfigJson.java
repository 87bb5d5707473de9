package org.galton.model.llama.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.CheckpointJson;
import org.galton.model.llama.config.ConfigNode;
import org.galton.spec.InvalidInput;

/**
 * Reads {@code adapter_config.json}. A key that PEFT would act on and that is not followed here is
 * refused, and so is one that is not known, unless its value switches nothing on.
 */
final class AdapterConfigJson {
  static final String FILE = "adapter_config.json";
  private static final int MOST_RANK = 65_536;
  private static final String RANK_EXPECTED = "a whole number from 1 to 65,536";

  /** Keys of the training, of where the base came from, and settings of what is refused when on. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "auto_mapping",
          "corda_config",
          "ensure_weight_tying",
          "eva_config",
          "fan_in_fan_out",
          "inference_mode",
          "loftq_config",
          "lora_dropout",
          "lora_ga_config",
          "megatron_core",
          "peft_version",
          "qalora_group_size",
          "revision",
          "runtime_config");

  private static final Set<String> READ =
      Set.of(
          "alpha_pattern",
          "base_model_name_or_path",
          "bias",
          "exclude_modules",
          "init_lora_weights",
          "layers_pattern",
          "layers_to_transform",
          "lora_alpha",
          "modules_to_save",
          "peft_type",
          "r",
          "rank_pattern",
          "target_modules",
          "task_type",
          "use_rslora");

  /** Beginnings of training that leave the base's weights as they are. */
  private static final List<String> PLAIN_BEGINNINGS =
      List.of("true", "false", "gaussian", "eva", "orthogonal");

  private final ConfigNode node;

  private AdapterConfigJson(ConfigNode node) {
    this.node = node;
  }

  /**
   * @throws InvalidInput naming the first key that cannot be followed
   */
  static AdapterConfig read(CheckpointFiles files) {
    String name = files.describe(FILE);
    try {
      JsonNode root = CheckpointJson.object(files.read(FILE), name);
      return new AdapterConfigJson(new ConfigNode(root, name)).config();
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + name + ": " + e);
    }
  }

  private AdapterConfig config() {
    if (!text("peft_type").equals("LORA")) {
      throw node.invalid("peft_type", "LORA: adapters of other methods cannot be used");
    }
    refuseOthers();
    return new AdapterConfig(
        rank(node.value("r")).orElseThrow(() -> node.invalid("r", RANK_EXPECTED)),
        alpha(node.value("lora_alpha")).orElseThrow(() -> node.invalid("lora_alpha", "a number")),
        flag("use_rslora") ? AdapterConfig.Scaling.BY_ROOT_OF_RANK : AdapterConfig.Scaling.BY_RANK,
        TargetModules.read(node),
        patterns("rank_pattern", AdapterConfigJson::rank, RANK_EXPECTED),
        patterns("alpha_pattern", AdapterConfigJson::alpha, "a number"),
        text("base_model_name_or_path"));
  }

  private void refuseOthers() {
    if (flag("use_dora")) {
      throw node.invalid(
          "use_dora",
          "false: DoRA changes the length of weights as well; merge it into its base with PEFT's"
              + " merge_and_unload, and use the merged checkpoint");
    }
    if (node.has("bias") && !text("bias").equals("none")) {
      throw node.invalid("bias", "none: biases that were trained cannot be used");
    }
    if (!isOff(node.value("modules_to_save"))) {
      throw node.invalid(
          "modules_to_save",
          "none: whole modules beside the factors cannot be used; merge the adapter into its base"
              + " with PEFT's merge_and_unload, and use the merged checkpoint");
    }
    if (node.has("task_type") && !text("task_type").equals("CAUSAL_LM")) {
      throw node.invalid("task_type", "CAUSAL_LM");
    }
    if (node.has("init_lora_weights")
        && !PLAIN_BEGINNINGS.contains(node.value("init_lora_weights").asText())) {
      throw node.invalid(
          "init_lora_weights",
          "one of %s: others change the base as well; convert the adapter with PEFT's path_initial_model_for_weight_conversion"
              .formatted(String.join(", ", PLAIN_BEGINNINGS)));
    }
    for (Map.Entry<String, JsonNode> entry : node.node().properties()) {
      String key = entry.getKey();
      if (!READ.contains(key) && !WITHOUT_EFFECT.contains(key) && !isOff(entry.getValue())) {
        throw node.invalid(key, "none: an adapter with it cannot be used");
      }
    }
  }

  private static boolean isOff(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isBoolean() && !value.asBoolean())
        || (value.isContainerNode() && value.isEmpty());
  }

  private boolean flag(String key) {
    if (node.has(key) && !node.value(key).isBoolean()) {
      throw node.invalid(key, "true or false");
    }
    return node.value(key).asBoolean(false);
  }

  private String text(String key) {
    return node.has(key) && node.value(key).isTextual() ? node.value(key).asText() : "";
  }

  private static Optional<Integer> rank(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt()
        ? Optional.of(value.asInt()).filter(rank -> rank >= 1 && rank <= MOST_RANK)
        : Optional.empty();
  }

  private static Optional<Double> alpha(JsonNode value) {
    return value.isNumber()
        ? Optional.of(value.asDouble()).filter(Double::isFinite)
        : Optional.empty();
  }

  private <T> Map<Pattern, T> patterns(
      String key, Function<JsonNode, Optional<T>> value, String expected) {
    Map<Pattern, T> patterns = new LinkedHashMap<>();
    if (node.has(key)) {
      for (Map.Entry<String, JsonNode> entry : node.value(key).properties()) {
        T read =
            value
                .apply(entry.getValue())
                .orElseThrow(() -> node.invalid(key, "modules, each with " + expected));
        patterns.put(ModulePattern.of(node, key, "(.*\\.)?(" + entry.getKey() + ")"), read);
      }
    }
    return patterns;
  }
}
