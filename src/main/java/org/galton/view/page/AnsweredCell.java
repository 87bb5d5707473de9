package org.galton.view.page;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.rollout.ShownVerdict;
import org.galton.view.row.RowLink;

/** The answers that a cell gave to a prompt, the most frequent first. */
record AnsweredCell(
    String model, String generation, String scorer, long rollouts, List<AnswerBar> answers) {
  private static final int MOST = 30;

  private record Key(String model, String generation, String scorer) {}

  private record Given(Key key, String answer, String verdict, long n) {
    /** An address leaves empty values out. */
    boolean isNamed() {
      return answer != null && !answer.isEmpty();
    }
  }

  static List<AnsweredCell> of(Snapshot tables, String task, String promptId) throws SQLException {
    List<Given> all =
        tables.rows(
            rows(task, promptId),
            row ->
                new Given(
                    new Key(
                        row.getString("model"),
                        row.getString("generation"),
                        row.getString("scorer")),
                    row.getString("answer"),
                    ShownVerdict.word(row),
                    row.getLong("n")));
    Map<Key, List<Given>> cells = new LinkedHashMap<>();
    all.forEach(given -> cells.computeIfAbsent(given.key(), key -> new ArrayList<>()).add(given));
    List<AnsweredCell> answered = new ArrayList<>();
    cells.forEach((key, givens) -> answered.add(of(task, promptId, key, givens)));
    return answered;
  }

  static BoundSql rows(String task, String promptId) {
    return BoundSql.of(
        "SELECT model, generation, scorer, status, answer, correct, abstained, count(*) AS n\n"
            + "FROM scores WHERE prompt_id = ? AND task = ?\n"
            + "GROUP BY ALL ORDER BY model, generation, scorer, n DESC, answer",
        promptId,
        task);
  }

  private static AnsweredCell of(String task, String promptId, Key key, List<Given> givens) {
    long total = givens.stream().mapToLong(Given::n).sum();
    List<AnswerBar> bars =
        givens.stream()
            .limit(MOST)
            .map(
                given ->
                    new AnswerBar(
                        given.answer(),
                        given.verdict(),
                        given.n(),
                        (double) given.n() / total,
                        RowLink.to(
                            "task",
                            task,
                            "prompt_id",
                            promptId,
                            "model",
                            key.model(),
                            "generation",
                            key.generation(),
                            "scorer",
                            key.scorer(),
                            given.isNamed() ? "answer" : "verdict",
                            given.isNamed() ? given.answer() : given.verdict())))
            .toList();
    return new AnsweredCell(key.model(), key.generation(), key.scorer(), total, bars);
  }

  public String title() {
    return VisibleText.line(model, 160);
  }

  public String count() {
    return Figures.count(rollouts);
  }

  public String shownScorer() {
    return VisibleText.line(scorer, 160);
  }
}
