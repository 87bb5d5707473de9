package org.galton.study.allocation;

import static org.galton.report.Figures.count;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.reward.budget.TaskClass;
import org.galton.study.allocation.row.AllocationRow;
import org.galton.study.allocation.view.AllocationSection;

/** A division for the terminal, and as one JSON document. */
final class AllocateText {
  private AllocateText() {}

  /**
   * @param shown prompts to show, those that get most
   */
  static String of(AllocateResult result, int shown) {
    StringBuilder text = new StringBuilder(heading(result));
    text.append(TextTable.of(AllocationSection.RULES, result.rules()));
    List<AllocationRow> most = result.most(shown);
    if (!most.isEmpty()) {
      text.append('\n').append(TextTable.of(AllocationSection.PROMPTS, most));
    }
    int more = result.prompts().size() - most.size();
    if (more > 0) {
      text.append("… and %s more prompts: --output has them all\n".formatted(count(more)));
    }
    return text.toString();
  }

  private static String heading(AllocateResult result) {
    AllocateRequest request = result.request();
    return "%s: %s prompts (%s), %s rollouts to divide, %d to %d each\n"
        .formatted(
            request.input(),
            count(result.prompts().size()),
            classes(result),
            count(request.budget()),
            request.bounds().low(),
            request.bounds().high());
  }

  private static String classes(AllocateResult result) {
    return Stream.concat(
            Stream.of(TaskClass.values()).map(TaskClass::title).map(name -> word(result, name)),
            Stream.of(retired(result)))
        .filter(word -> !word.startsWith("0 "))
        .collect(Collectors.joining(", "));
  }

  private static String word(AllocateResult result, String taskClass) {
    long prompts =
        result.prompts().stream()
            .filter(row -> row.retired().isEmpty() && row.taskClass().equals(taskClass))
            .count();
    return count(prompts) + " " + taskClass;
  }

  private static String retired(AllocateResult result) {
    return count(result.prompts().stream().filter(row -> row.retired().isPresent()).count())
        + " retired";
  }

  /**
   * @param shown prompts to list, those that get most
   */
  static ObjectNode json(AllocateResult result, int shown) {
    AllocateRequest request = result.request();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", request.input())
        .put("budget", request.budget())
        .put("low", request.bounds().low())
        .put("high", request.bounds().high())
        .put("success_rates", request.rates().toString())
        .put("prompts", result.prompts().size());
    RowJson.add(root.putArray("rules"), AllocationSection.RULES, result.rules());
    RowJson.add(root.putArray("allocations"), AllocationSection.PROMPTS, result.most(shown));
    return root;
  }
}
