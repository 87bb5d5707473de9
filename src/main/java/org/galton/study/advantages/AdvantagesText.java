package org.galton.study.advantages;

import static org.galton.report.Figures.count;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.advantages.row.AdvantageStepRow;
import org.galton.study.advantages.view.AdvantagesSection;

/** Batches for the terminal, and as one JSON document. */
final class AdvantagesText {
  private static final int MOST_STEPS = 20;

  private AdvantagesText() {}

  static String of(AdvantagesResult result) {
    List<AdvantageStepRow> steps = result.steps();
    StringBuilder text = new StringBuilder(heading(result));
    text.append(TextTable.of(AdvantagesSection.STEPS, steps.stream().limit(MOST_STEPS).toList()));
    if (steps.size() > MOST_STEPS) {
      text.append(
          "… and %s more steps: --json or --output has them all\n"
              .formatted(count(steps.size() - MOST_STEPS)));
    }
    if (!result.first().isEmpty()) {
      text.append('\n').append(TextTable.of(AdvantagesSection.ROLLOUTS, result.first()));
    }
    long more = rollouts(result) - result.first().size();
    if (more > 0) {
      text.append("… and %s more rollouts: --output has them all\n".formatted(count(more)));
    }
    return text.toString();
  }

  private static String heading(AdvantagesResult result) {
    LossSettings settings = result.request().settings();
    String filters =
        settings.filters().isEmpty()
            ? "no filter"
            : "filter "
                + settings.filters().stream()
                    .map(FilterName::toString)
                    .collect(Collectors.joining(" and "));
    return "%s: %s rollouts of %s prompts; reward %s, advantage %s, loss %s, averaged by %s, %s\n"
        .formatted(
            result.request().input(),
            count(rollouts(result)),
            count(result.steps().stream().mapToLong(AdvantageStepRow::prompts).sum()),
            result.request().rewards().name(),
            settings.advantage().name(),
            settings.loss().name(),
            settings.aggregate().title(),
            filters);
  }

  private static long rollouts(AdvantagesResult result) {
    return result.steps().stream().mapToLong(AdvantageStepRow::rollouts).sum();
  }

  /** What a reader must know, as far as the figures show it. */
  static List<String> warnings(AdvantagesResult result) {
    List<String> warnings = new ArrayList<>();
    LossSettings settings = result.request().settings();
    if (result.request().rewards().name() == RewardName.HYBRID
        && !settings.advantage().keepsFactors()) {
      warnings.add(
          "Advantages %s divide by the deviation of each prompt: the weights of hybrid rewards cancel, and so does the width of their bands where all answers are right or all wrong."
              .formatted(settings.advantage().name()));
    }
    long single = result.steps().stream().mapToLong(AdvantageStepRow::single).sum();
    if (single > 0) {
      warnings.add(
          "Prompts with one rollout: %s. There is nothing to compare it with, so its advantage is 0."
              .formatted(count(single)));
    }
    if (result.steps().stream().allMatch(step -> step.kept() == 0)) {
      warnings.add("No prompt is left: all advantages are 0, and nothing can be learned.");
    }
    if (result.steps().stream().anyMatch(step -> step.tokens() == null)) {
      warnings.add(
          "Nothing says how many tokens the rollouts have: there are no weights of tokens; add a column 'tokens'.");
    } else if (result.steps().stream()
        .allMatch(step -> step.ratioMean() == null && step.learned() > 0)) {
      warnings.add(
          "There are no logarithms of tokens: all ratios are taken as 1, as if the policy had not moved.");
    }
    return warnings;
  }

  static ObjectNode json(AdvantagesResult result) {
    LossSettings settings = result.request().settings();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.request().input())
        .put("reward", result.request().rewards().name().toString())
        .put("advantage", settings.advantage().name())
        .put("loss", settings.loss().name())
        .put("aggregate", settings.aggregate().title());
    ArrayNode filters = root.putArray("filters");
    settings.filters().forEach(filter -> filters.add(filter.toString()));
    RowJson.add(root.putArray("steps"), result.steps());
    RowJson.add(root.putArray("rollouts"), result.first());
    ArrayNode warnings = root.putArray("warnings");
    warnings(result).forEach(warnings::add);
    return root;
  }
}
