package org.galton.view.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.view.row.Keyset;
import org.galton.view.row.Keyset.Direction;
import org.galton.view.row.RowLink;
import org.galton.view.row.RowOrder;
import org.galton.view.row.RowPlace;
import org.galton.view.row.ShownValue;

/** A prompt in a cell, as a line of a list. */
record PromptLine(
    RowPlace place,
    String model,
    String task,
    String generation,
    String promptId,
    String cluster,
    String rate,
    String right,
    String n,
    String answers,
    String entropy,
    String truncation,
    String text) {
  /** They name a line. */
  static final List<String> KEYS =
      List.of("model", "task", "generation", "scorer", "prompt_id", "run_id");

  static final List<RowOrder> ORDERS =
      List.of(
          new RowOrder("key", "Key", Keyset.of(KEYS)),
          by("hardest", "Hardest first", "rate", Direction.ASCENDING),
          by("easiest", "Easiest first", "rate", Direction.DESCENDING),
          by("varied", "Most varied answers first", "answer_entropy", Direction.DESCENDING),
          by("uniform", "Least varied answers first", "answer_entropy", Direction.ASCENDING),
          by("truncated", "Most truncated first", "truncation", Direction.DESCENDING));

  private static RowOrder by(String word, String title, String column, Direction direction) {
    return new RowOrder(word, title, new Keyset(KEYS, column, direction));
  }

  static PromptLine of(ResultSet row) throws SQLException {
    List<Object> key = new ArrayList<>();
    for (String column : KEYS) {
      key.add(row.getString(column));
    }
    String cluster = row.getString("cluster");
    return new PromptLine(
        new RowPlace(ShownValue.number(row, "figure"), key),
        row.getString("model"),
        row.getString("task"),
        row.getString("generation"),
        row.getString("prompt_id"),
        cluster.equals(row.getString("prompt_id")) ? "" : VisibleText.line(cluster, 60),
        ShownValue.text(row, "rate", Figures::percent),
        ShownValue.count(row, "correct"),
        ShownValue.count(row, "n"),
        ShownValue.count(row, "distinct_answers"),
        ShownValue.text(row, "answer_entropy", Figures::nats),
        ShownValue.text(row, "truncation", Figures::percent),
        row.getString("text") == null ? "" : VisibleText.line(row.getString("text"), 140));
  }

  public String shownModel() {
    return VisibleText.line(model, 80);
  }

  public String shownTask() {
    return VisibleText.line(task, 80);
  }

  /** Of the prompt's page. */
  public String query() {
    return RowLink.to("task", task, "prompt_id", promptId);
  }

  public String shortId() {
    return ShownValue.shortId(promptId);
  }
}
