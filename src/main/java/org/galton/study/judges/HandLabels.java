package org.galton.study.judges;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.judges.row.AgreementRow;
import org.galton.study.judges.row.JudgedCell;
import org.galton.table.ScoreStatus;

/**
 * What people say of rollouts: columns {@code prompt_id}, {@code rollout_index} and {@code
 * correct}, and {@code model}, {@code task} or {@code generation} where several cells share
 * prompts. Rows of the table {@code labels} also say who labelled and when: of a person's words on
 * a rollout the latest counts, and a rollout counts where all who decided say the same.
 *
 * @param byCell what counts, by cell in their order
 */
record HandLabels(List<Map<Judged, Boolean>> byCell, PassedOver passedOver) {
  private static final GivenTable TABLE =
      GivenTable.ofTexts(
          "labels",
          List.of("prompt_id", "rollout_index", "correct"),
          List.of("model", "task", "generation", "labelled_by", "labelled_at"));

  private static final int MOST = 1_000_000;

  static HandLabels none(int cells) {
    List<Map<Judged, Boolean>> labels = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      labels.add(new HashMap<>());
    }
    return new HandLabels(labels, PassedOver.NONE);
  }

  /**
   * A label without model, task and generation is one of each cell.
   *
   * @throws InvalidInput when a row is no label, or two that say no time label one rollout
   */
  static HandLabels read(SparkSession spark, String input, List<JudgedCell> cells) {
    OpenedTable table = SparkAction.run("read " + input, () -> TABLE.open(spark, input));
    List<GivenRow> rows = SparkAction.run("read " + input, () -> table.first(MOST));
    List<GivenLabel> labels = rows.stream().map(GivenLabel::of).toList();
    return table.has("labelled_at") ? ofViewer(labels, cells) : ofSheet(labels, cells);
  }

  /** Of sessions of the viewer, which may have labelled what this run does not have. */
  private static HandLabels ofViewer(List<GivenLabel> labels, List<JudgedCell> cells) {
    Collection<GivenLabel> latest =
        labels.stream()
            .collect(
                Collectors.toMap(
                    GivenLabel::word,
                    label -> label,
                    BinaryOperator.maxBy((a, b) -> a.at().compareTo(b.at())),
                    LinkedHashMap::new))
            .values();
    Map<List<Object>, List<GivenLabel>> decided =
        latest.stream()
            .filter(label -> label.correct().isPresent())
            .collect(
                Collectors.groupingBy(GivenLabel::key, LinkedHashMap::new, Collectors.toList()));
    HandLabels known = none(cells.size());
    long differing = 0;
    long elsewhere = 0;
    for (List<GivenLabel> words : decided.values()) {
      if (words.stream().map(GivenLabel::correct).distinct().count() > 1) {
        differing++;
      } else if (fitting(words.get(0), cells).isEmpty()) {
        elsewhere += words.size();
      } else {
        known.put(words.get(0), cells);
      }
    }
    long undecided = latest.stream().filter(label -> label.correct().isEmpty()).count();
    return new HandLabels(known.byCell(), new PassedOver(undecided, differing, elsewhere));
  }

  private static HandLabels ofSheet(List<GivenLabel> labels, List<JudgedCell> cells) {
    HandLabels known = none(cells.size());
    for (GivenLabel label : labels) {
      if (fitting(label, cells).isEmpty()) {
        throw label
            .row()
            .problem(
                "no cell of the run has the model '%s', the task '%s' and the generation '%s'"
                    .formatted(label.model(), label.task(), label.generation()),
                "those of table books");
      }
      if (label.correct().isPresent()) {
        known.put(label, cells);
      }
    }
    long undecided = labels.stream().filter(label -> label.correct().isEmpty()).count();
    return new HandLabels(known.byCell(), new PassedOver(undecided, 0, 0));
  }

  private static List<Integer> fitting(GivenLabel label, List<JudgedCell> cells) {
    List<Integer> fitting = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      if (label.fits(cells.get(cell))) {
        fitting.add(cell);
      }
    }
    return fitting;
  }

  private void put(GivenLabel label, List<JudgedCell> cells) {
    for (int cell : fitting(label, cells)) {
      if (byCell.get(cell).put(label.rollout(), label.correct().orElseThrow()) != null) {
        throw label
            .row()
            .problem(
                "prompt '%s' and rollout %d are labelled twice"
                    .formatted(label.rollout().promptId(), label.rollout().rolloutIndex()),
                "each rollout once; add a column 'model' or 'generation' where several have it");
      }
    }
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
}
