package org.galton.view.page;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.report.Fact;
import org.galton.report.VisibleText;
import org.galton.view.conversation.ChatTurn;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.RowLink;
import org.galton.view.row.ViewPage;
import org.galton.view.web.Parameters;

/** A prompt, and what was answered to it. */
record PromptPage(
    String task,
    String promptId,
    String text,
    List<ChatTurn> messages,
    String reference,
    List<Fact> facts,
    List<AnsweredCell> cells)
    implements ViewPage {
  private static final int LONGEST = 200_000;

  /** Nothing where there is no such prompt. */
  static Optional<PromptPage> of(Snapshot tables, Parameters parameters) throws SQLException {
    String task = parameters.text("task");
    String promptId = parameters.text("prompt_id");
    List<AnsweredCell> cells = AnsweredCell.of(tables, task, promptId);
    return tables
        .rows(
            BoundSql.of(
                "SELECT cluster, text, reference, map_keys(attributes) AS names,"
                    + " map_values(attributes) AS facts"
                    + " FROM prompts WHERE task = ? AND prompt_id = ? LIMIT 1",
                task,
                promptId),
            row ->
                new PromptPage(
                    task,
                    promptId,
                    VisibleText.of(row.getString("text"), LONGEST),
                    ChatTurn.of(row.getString("text")),
                    VisibleText.of(row.getString("reference"), LONGEST),
                    facts(
                        List.of(
                            new Fact("Task", VisibleText.line(task, 200)),
                            new Fact("Prompt", VisibleText.line(promptId, 200)),
                            new Fact("Cluster", VisibleText.line(row.getString("cluster"), 200))),
                        row.getArray("names"),
                        row.getArray("facts")),
                    cells))
        .stream()
        .findFirst();
  }

  /** How often each cell gave which answer. */
  static Optional<BoundSql> rows(Parameters parameters) {
    return Optional.of(AnsweredCell.rows(parameters.text("task"), parameters.text("prompt_id")));
  }

  private static List<Fact> facts(List<Fact> own, Array names, Array values) throws SQLException {
    List<Fact> facts = new ArrayList<>(own);
    if (names != null) {
      Object[] all = (Object[]) names.getArray();
      Object[] said = (Object[]) values.getArray();
      for (int i = 0; i < all.length; i++) {
        facts.add(
            new Fact(
                VisibleText.line(String.valueOf(all[i]), 100),
                VisibleText.line(String.valueOf(said[i]), 400)));
      }
    }
    return facts;
  }

  @Override
  public String title() {
    return "Prompt";
  }

  @Override
  public String template() {
    return "prompt.html";
  }

  public String rollouts() {
    return RowLink.to("task", task, "prompt_id", promptId);
  }
}
