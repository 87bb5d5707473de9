package org.galton.model.llama.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.galton.model.llama.config.ConfigNode;

/**
 * Which modules of a base an adapter changes, by PEFT's rules. A list names modules by the end of
 * their names, and {@code layers_to_transform} may keep some layers of them; a text is a regular
 * expression for a whole name, or {@code all-linear} for every projection of the blocks.
 */
final class TargetModules {
  private static final String KEY = "target_modules";
  private static final String LAYERS = "layers_to_transform";
  private static final String ALL = "all-linear";

  /** Modules beside the blocks that PEFT could give factors. */
  private static final List<String> BESIDE = List.of("lm_head", "model.embed_tokens");

  private final ConfigNode node;
  private final List<String> names;
  private final Predicate<String> targeted;

  private TargetModules(ConfigNode node, List<String> names, Predicate<String> targeted) {
    this.node = node;
    this.names = names;
    this.targeted = targeted;
  }

  static TargetModules read(ConfigNode node) {
    JsonNode value = node.value(KEY);
    Predicate<String> excluded = excluded(node);
    if (value.isTextual() && node.has(LAYERS)) {
      throw node.invalid(LAYERS, "none beside target_modules that are one text, as in PEFT");
    }
    if (value.isTextual() && value.asText().toLowerCase(Locale.ROOT).equals(ALL)) {
      return new TargetModules(
          node, List.of(), name -> !BESIDE.contains(name) && !excluded.test(name));
    }
    if (value.isTextual() && !value.asText().isEmpty()) {
      Pattern pattern = ModulePattern.of(node, KEY, value.asText());
      return new TargetModules(
          node, List.of(), name -> pattern.matches(name) && !excluded.test(name));
    }
    List<String> names =
        texts(value)
            .filter(list -> !list.isEmpty())
            .orElseThrow(
                () ->
                    node.invalid(
                        KEY, "a list of modules such as q_proj, a regular expression, or " + ALL));
    Set<String> whole = Set.copyOf(names);
    Predicate<String> layers = layers(node);
    return new TargetModules(
        node,
        names,
        name ->
            !excluded.test(name)
                && (whole.contains(name) || (isNamed(names, name) && layers.test(name))));
  }

  /**
   * The projections that it changes, in their order.
   *
   * @param projections all modules that may have factors
   * @throws org.galton.spec.InvalidInput when it names a module that is not among them, or none at
   *     all
   */
  List<String> of(Set<String> projections) {
    for (String name : names) {
      if (projections.stream().noneMatch(module -> isNamed(List.of(name), module))
          && BESIDE.stream().noneMatch(module -> isNamed(List.of(name), module))) {
        throw node.invalid(
            KEY,
            "modules of the base, which has no '%s': its blocks have %s"
                .formatted(name, String.join(", ", kinds(projections))));
      }
    }
    for (String module : BESIDE) {
      if (targeted.test(module)) {
        throw node.invalid(
            KEY,
            "projections of the blocks: factors of %s cannot be used; merge the adapter into its base with PEFT's merge_and_unload, and use the merged checkpoint"
                .formatted(module));
      }
    }
    List<String> found = projections.stream().filter(targeted).toList();
    if (found.isEmpty()) {
      throw node.invalid(
          KEY,
          "a projection of the base: none of its %d is meant, with exclude_modules and %s"
              .formatted(projections.size(), LAYERS));
    }
    return found;
  }

  private static boolean isNamed(List<String> names, String module) {
    return names.stream().anyMatch(name -> module.equals(name) || module.endsWith("." + name));
  }

  private static List<String> kinds(Set<String> projections) {
    return projections.stream()
        .map(module -> module.substring(module.lastIndexOf('.') + 1))
        .distinct()
        .toList();
  }

  private static Predicate<String> excluded(ConfigNode node) {
    String key = "exclude_modules";
    JsonNode value = node.value(key);
    if (!node.has(key)) {
      return name -> false;
    }
    if (value.isTextual()) {
      return ModulePattern.of(node, key, value.asText())::matches;
    }
    List<String> names =
        texts(value)
            .orElseThrow(() -> node.invalid(key, "a list of modules or a regular expression"));
    return name -> isNamed(names, name);
  }

  /** Whether the layer of a module is among those that are changed. */
  private static Predicate<String> layers(ConfigNode node) {
    JsonNode value = node.value(LAYERS);
    if (!node.has(LAYERS) || (value.isArray() && value.isEmpty())) {
      return name -> true;
    }
    Set<String> layers = new HashSet<>();
    for (JsonNode layer : value.isArray() ? value : List.of(value)) {
      if (!layer.isIntegralNumber() || !layer.canConvertToInt() || layer.asInt() < 0) {
        throw node.invalid(LAYERS, "a layer from 0, or a list of some");
      }
      layers.add(layer.asText());
    }
    List<Pattern> patterns = layerPatterns(node);
    return name ->
        patterns.stream()
            .map(pattern -> pattern.matcher(name))
            .filter(Matcher::lookingAt)
            .findFirst()
            .filter(found -> layers.contains(found.group(1)))
            .isPresent();
  }

  private static List<Pattern> layerPatterns(ConfigNode node) {
    String key = "layers_pattern";
    JsonNode value = node.value(key);
    List<String> names =
        value.isTextual()
            ? List.of(value.asText())
            : node.has(key)
                ? texts(value).orElseThrow(() -> node.invalid(key, "a name or a list of names"))
                : List.of();
    List<String> given = names.stream().filter(name -> !name.isEmpty()).toList();
    return (given.isEmpty() ? List.of("[^.]*") : given)
        .stream()
            .map(name -> ModulePattern.of(node, key, ".*?\\." + name + "\\.([0-9]+)\\."))
            .toList();
  }

  private static Optional<List<String>> texts(JsonNode list) {
    if (!list.isArray()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list) {
      if (!text.isTextual() || text.asText().isBlank()) {
        return Optional.empty();
      }
      texts.add(text.asText());
    }
    return Optional.of(List.copyOf(texts));
  }
}
