package org.galton.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.benchmark.recipe.ItemRules;
import org.galton.benchmark.recipe.PromptStyle;
import org.galton.model.jinja.JinjaTemplate;
import org.galton.task.HiddenTexts;
import org.galton.task.Prompt;
import org.galton.task.PromptId;

/** Makes an item's prompt. */
final class PromptMaker {
  private final String task;
  private final BenchmarkOptions options;
  private final WorkedExamples examples;
  private final JinjaTemplate opening;
  private final JinjaTemplate template;
  private final Rule reference;
  private final Rule cluster;
  private final Map<String, Rule> attributes = new TreeMap<>();

  PromptMaker(String task, BenchmarkOptions options, WorkedExamples examples) {
    this.task = task;
    this.options = options;
    this.examples = examples;
    ItemRules rules = options.rules();
    this.opening = template("opening", options.prompt().opening());
    this.template = template("template", options.prompt().template());
    this.reference =
        Rule.of(
            "reference", rules.reference().isEmpty() ? ItemRules.LETTER : rules.reference(), rules);
    this.cluster = Rule.of("cluster", rules.cluster(), rules);
    rules
        .attributes()
        .forEach(a -> attributes.put(a.name(), Rule.of("attribute " + a.name(), a.value(), rules)));
  }

  private JinjaTemplate template(String key, String text) {
    return JinjaTemplate.read(
        "'%s' over the columns %s".formatted(key, options.rules().names()), text);
  }

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  Prompt of(Item item) {
    PromptStyle style = options.prompt();
    List<String> parts = new ArrayList<>();
    if (!style.opening().isEmpty()) {
      parts.add(opening.renderWhole(item.values()));
    }
    parts.addAll(examples.before(item));
    parts.add(template.renderWhole(item.values()));
    String text = String.join(style.between(), parts);
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
      kept.put(ItemRules.CHOICES, ValueText.of(item.values().get(ItemRules.CHOICES)));
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
