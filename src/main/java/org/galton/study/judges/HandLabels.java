package org.galton.study.judges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.judges.row.AgreementRow;
import org.galton.study.judges.row.JudgedCell;
import org.galton.table.ScoreStatus;

/**
 * What people say of rollouts: columns {@code prompt_id}, {@code rollout_index} and {@code
 * correct}, and {@code model} or {@code generation} where several cells share prompts.
 */
final class HandLabels {
  private static final GivenTable TABLE =
      GivenTable.ofTexts(
          "labels",
          List.of("prompt_id", "rollout_index", "correct"),
          List.of("model", "generation"));

  private static final int MOST = 1_000_000;

  private record Label(String model, String generation, Judged rollout, boolean correct) {
    boolean fits(JudgedCell cell) {
      return (model.isEmpty() || model.equals(cell.model()))
          && (generation.isEmpty() || generation.equals(cell.generation()));
    }
  }

  private HandLabels() {}

  /**
   * By cell, in their order. A label without model and generation is one of each cell.
   *
   * @throws InvalidInput when a row is no label, or two label one rollout
   */
  static List<Map<Judged, Boolean>> read(SparkSession spark, String input, List<JudgedCell> cells) {
    List<GivenRow> rows =
        SparkAction.run("read " + input, () -> TABLE.open(spark, input).first(MOST));
    List<Map<Judged, Boolean>> labels = none(cells.size());
    for (GivenRow row : rows) {
      Label label = label(row);
      List<Integer> fitting = new ArrayList<>();
      for (int cell = 0; cell < cells.size(); cell++) {
        if (label.fits(cells.get(cell))) {
          fitting.add(cell);
        }
      }
      if (fitting.isEmpty()) {
        throw row.problem(
            "no cell of the run has the model '%s' and the generation '%s'"
                .formatted(label.model(), label.generation()),
            "those of table books");
      }
      for (int cell : fitting) {
        if (labels.get(cell).put(label.rollout(), label.correct()) != null) {
          throw row.problem(
              "prompt '%s' and rollout %d are labelled twice"
                  .formatted(label.rollout().promptId(), label.rollout().rolloutIndex()),
              "each rollout once; add a column 'model' or 'generation' where several have it");
        }
      }
    }
    return labels;
  }

  static List<Map<Judged, Boolean>> none(int cells) {
    List<Map<Judged, Boolean>> labels = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      labels.add(new HashMap<>());
    }
    return labels;
  }

  /** A label in the form of a judge's verdict. */
  static GivenVerdict verdict(Judged rollout, boolean correct) {
    return new GivenVerdict(
        AgreementRow.LABELS,
        rollout.promptId(),
        rollout.rolloutIndex(),
        ScoreStatus.SCORED.text(),
        null,
        correct,
        false,
        null,
        null,
        null,
        null,
        null);
  }

  private static Label label(GivenRow row) {
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
    boolean correct =
        switch (at.text("correct").toLowerCase(Locale.ROOT)) {
          case "true", "1" -> true;
          case "false", "0" -> false;
          default -> throw at.wrong("correct", "true or false");
        };
    return new Label(at.text("model"), at.text("generation"), new Judged(prompt, index), correct);
  }
}
