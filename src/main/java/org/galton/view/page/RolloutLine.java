package org.galton.view.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.galton.report.Figures;
import org.galton.report.VisibleText;

/** A rollout as a line of a list. */
record RolloutLine(
    RolloutPlace place,
    String status,
    String excerpt,
    String tokens,
    String logprob,
    List<ShownVerdict> verdicts) {
  /** Of the table {@code rollouts r}; the figure by which they are ordered comes with it. */
  static final String COLUMNS =
      "r.model, r.task, r.generation, r.prompt_id, r.rollout_index, r.status,"
          + " substr(coalesce(r.completion, r.error, ''), 1, 300) AS excerpt,"
          + " r.completion_tokens, r.logprob_sum";

  static RolloutLine of(ResultSet row) throws SQLException {
    Object figure = row.getObject("figure");
    Object tokens = row.getObject("completion_tokens");
    Object logprob = row.getObject("logprob_sum");
    return new RolloutLine(
        new RolloutPlace(
            figure == null ? null : ((Number) figure).doubleValue(), RolloutAddress.of(row)),
        row.getString("status"),
        VisibleText.line(row.getString("excerpt"), 140),
        tokens == null ? "–" : Figures.count(((Number) tokens).longValue()),
        logprob == null ? "–" : Figures.nats(((Number) logprob).doubleValue()),
        List.of());
  }

  RolloutLine with(List<ShownVerdict> found) {
    return new RolloutLine(place, status, excerpt, tokens, logprob, found);
  }

  public String model() {
    return VisibleText.line(place.address().model(), 80);
  }

  public String task() {
    return VisibleText.line(place.address().task(), 80);
  }

  public int number() {
    return place.address().rolloutIndex();
  }

  public String prompt() {
    return place.address().promptId();
  }

  public String key() {
    return place.address().text();
  }
}
