package org.galton.study.cells;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.cell.GeneVector;
import org.galton.study.cells.row.CellReadingRow;
import scala.Tuple2;

/**
 * A generated sentence that was read.
 *
 * @param sentence expression that it gives back
 * @param reference that of the cell that it should be like; null where that does not stay
 * @param right for each label, whether it was predicted exactly
 */
record ReadCell(CellReadingRow row, GeneVector sentence, GeneVector reference, List<Boolean> right)
    implements Serializable {
  /** Measures in the order that they are shown in; those of labels follow. */
  private static final List<String> ORDER =
      List.of(
          "foreign_words",
          "repeated_words",
          "gene_overlap",
          "other_overlap",
          "kendall_tau",
          "expression_error",
          "foscttm",
          "nearest_type");

  static int place(String measure) {
    int place = ORDER.indexOf(measure);
    return place < 0 ? ORDER.size() : place;
  }

  List<Tuple2<String, Score>> scores(List<String> labels) {
    List<Tuple2<String, Score>> scores = new ArrayList<>();
    scores.add(new Tuple2<>("foreign_words", Score.ofMean(row.foreignWords())));
    scores.add(new Tuple2<>("repeated_words", Score.ofMean(row.repeatedWords())));
    add(scores, "gene_overlap", row.overlap());
    add(scores, "kendall_tau", row.kendallTau());
    add(scores, "expression_error", row.expressionError());
    if (row.type() != null && row.nearestType() != null) {
      scores.add(new Tuple2<>("nearest_type", Score.ofShare(row.type().equals(row.nearestType()))));
    }
    for (int i = 0; i < labels.size(); i++) {
      scores.add(new Tuple2<>("label:" + labels.get(i), Score.ofShare(right.get(i))));
    }
    return scores;
  }

  private static void add(List<Tuple2<String, Score>> scores, String measure, Double value) {
    if (value != null) {
      scores.add(new Tuple2<>(measure, Score.ofMean(value)));
    }
  }
}
