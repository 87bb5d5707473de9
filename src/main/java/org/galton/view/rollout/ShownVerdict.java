package org.galton.view.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.view.row.ShownValue;

/** What a scorer said about a rollout. */
public record ShownVerdict(
    String scorer,
    String word,
    String answer,
    String reward,
    String foundBy,
    String reason,
    String cost) {
  private static final int LONGEST = 20_000;

  static ShownVerdict of(ResultSet row) throws SQLException {
    String detail = row.getString("detail");
    String error = row.getString("error");
    return new ShownVerdict(
        VisibleText.line(row.getString("scorer"), 200),
        word(row),
        row.getString("answer"),
        ShownValue.text(row, "reward", String::valueOf),
        text(row.getString("found_by")),
        text(detail == null ? error : detail),
        cost(row));
  }

  public static String word(ResultSet row) throws SQLException {
    if (row.getBoolean("correct")) {
      return "right";
    }
    return switch (String.valueOf(row.getString("status"))) {
      case "scored" -> row.getBoolean("abstained") ? "abstained" : "wrong";
      case "unparsed" -> "unparsed";
      default -> "unscored";
    };
  }

  private static String text(String text) {
    return text == null ? "" : VisibleText.of(text, LONGEST);
  }

  private static String cost(ResultSet row) throws SQLException {
    Double tokens = ShownValue.number(row, "judge_tokens");
    Double seconds = ShownValue.number(row, "judge_seconds");
    return (tokens == null ? "" : Figures.count(tokens.longValue()) + " tokens ")
        + (seconds == null ? "" : Figures.format("%.3f\u202fs", seconds));
  }

  /** One line of it. */
  public String answerLine() {
    return answer == null ? "" : VisibleText.line(answer, 60);
  }

  public String answerText() {
    return answer == null ? "" : VisibleText.of(answer, LONGEST);
  }
}
