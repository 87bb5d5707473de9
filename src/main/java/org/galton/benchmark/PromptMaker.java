package org.galton.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.benchmark.recipe.ItemRules;
import org.galton.benchmark.recipe.PromptStyle;
import org.galton.benchmark.recipe.Rule;
import org.galton.benchmark.recipe.WrittenValue;
import org.galton.task.HiddenTexts;
import org.galton.task.Prompt;
import org.galton.task.PromptId;

/** Makes an item's prompt. */
final class PromptMaker {
  private final String task;
  private final BenchmarkOptions options;
  private final WorkedExamples examples;
  private final Rule opening;
  private final Rule template;
  private final Rule reference;
  private final Rule cluster;
  private final Map<String, Rule> attributes = new TreeMap<>();

  PromptMaker(String task, BenchmarkOptions options, WorkedExamples examples) {
    this.task = task;
    this.options = options;
    this.examples = examples;
    ItemRules rules = options.rules();
    this.opening = Rule.template("opening", options.prompt().opening(), rules.names());
    this.template = Rule.template("template", options.prompt().template(), rules.names());
    this.reference =
        Rule.of(
            "reference",
            rules.reference().isEmpty() ? ItemRules.LETTER : rules.reference(),
            rules.names());
    this.cluster = Rule.of("cluster", rules.cluster(), rules.names());
    rules
        .attributes()
        .forEach(
            a ->
                attributes.put(
                    a.name(), Rule.of("attribute " + a.name(), a.value(), rules.names())));
  }

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  Prompt of(Item item) {
    PromptStyle style = options.prompt();
    List<String> parts = new ArrayList<>(examples.before(item));
    parts.add(template.text(item.values()));
    String text = opening.text(item.values()) + String.join(style.between(), parts);
    String right = reference.text(item.values());
    if (text.isBlank() || right.isBlank()) {
      throw new IllegalArgumentException(
          (text.isBlank() ? "the prompt" : "the reference") + " is blank, expected a text");
    }
    String id = PromptId.of(task, text, right);
    String family = cluster.isEmpty() ? "" : cluster.text(item.values());
    return new Prompt(id, task, family.isBlank() ? id : family, text, right, attributes(item));
  }

  private Map<String, String> attributes(Item item) {
    Map<String, String> kept = new TreeMap<>();
    attributes.forEach(
        (name, rule) -> {
          String value = rule.text(item.values());
          if (!value.isEmpty()) {
            kept.put(name, value);
          }
        });
    if (!options.rules().choices().isEmpty()) {
      kept.put(ItemRules.CHOICES, WrittenValue.of(item.values().get(ItemRules.CHOICES)));
    }
    if (!item.order().isEmpty()) {
      kept.put("order", item.order());
    }
    if (options.rules().texts() == ItemRules.Texts.HIDDEN) {
      kept.putAll(HiddenTexts.MARK);
    }
    return Map.copyOf(kept);
  }
}
