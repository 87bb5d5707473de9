package org.galton.view.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.galton.report.VisibleText;
import org.galton.view.row.RowLink;

/** A scorer of a cell, some of whose rollouts people have labelled. */
record LabelledScorer(String model, String task, String generation, String scorer) {
  static LabelledScorer of(ResultSet row) throws SQLException {
    return new LabelledScorer(
        row.getString("model"),
        row.getString("task"),
        row.getString("generation"),
        row.getString("scorer"));
  }

  public String shownModel() {
    return VisibleText.line(model, 80);
  }

  public String shownTask() {
    return VisibleText.line(task, 80);
  }

  public String shownScorer() {
    return VisibleText.line(scorer, 120);
  }

  /** Of the list of rollouts with this label and this verdict. */
  public String rollouts(String label, String verdict) {
    return RowLink.to(
        "model",
        model,
        "task",
        task,
        "generation",
        generation,
        "scorer",
        scorer,
        "label",
        label,
        "verdict",
        verdict);
  }
}
