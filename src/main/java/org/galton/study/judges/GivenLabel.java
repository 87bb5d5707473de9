package org.galton.study.judges;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.galton.job.input.GivenRow;
import org.galton.study.judges.row.JudgedCell;

/**
 * A row of labels.
 *
 * @param model empty where the row names none, and so task and generation
 * @param correct absent where the person cannot say, or has taken the label back
 * @param by who labelled it; empty where the row does not say
 * @param at when, a text that sorts as time does; empty where the row does not say
 */
record GivenLabel(
    GivenRow row,
    String model,
    String task,
    String generation,
    Judged rollout,
    Optional<Boolean> correct,
    String by,
    String at) {

  /**
   * @throws org.galton.spec.InvalidInput when it is no label
   */
  static GivenLabel of(GivenRow row) {
    String prompt = row.text("prompt_id");
    if (prompt.isEmpty()) {
      throw row.wrong("prompt_id", "an id of table prompts");
    }
    GivenRow at = row.at(() -> "prompt_id '%s'".formatted(prompt));
    int index;
    try {
      index = Integer.parseInt(at.text("rollout_index"));
    } catch (NumberFormatException e) {
      throw at.wrong("rollout_index", "a whole number such as 0");
    }
    Optional<Boolean> correct =
        switch (at.text("correct").toLowerCase(Locale.ROOT)) {
          case "true", "1" -> Optional.of(true);
          case "false", "0" -> Optional.of(false);
          case "" -> Optional.empty();
          default -> throw at.wrong("correct", "true or false");
        };
    return new GivenLabel(
        row,
        at.text("model"),
        at.text("task"),
        at.text("generation"),
        new Judged(prompt, index),
        correct,
        at.text("labelled_by"),
        at.text("labelled_at"));
  }

  boolean fits(JudgedCell cell) {
    return (model.isEmpty() || model.equals(cell.model()))
        && (task.isEmpty() || task.equals(cell.task()))
        && (generation.isEmpty() || generation.equals(cell.generation()));
  }

  /** What names the rollout, among those of all cells. */
  List<Object> key() {
    return List.of(model, task, generation, rollout);
  }

  /** What names the rollout and the person. */
  List<Object> word() {
    return List.of(key(), by);
  }
}
