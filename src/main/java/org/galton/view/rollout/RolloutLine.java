package org.galton.view.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.view.conversation.TranscriptExcerpt;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.RowPlace;
import org.galton.view.row.ShownValue;

/** A rollout as a line of a list. */
record RolloutLine(
    RowPlace place,
    RolloutAddress address,
    String status,
    String excerpt,
    String tokens,
    String logprob,
    List<ShownVerdict> verdicts,
    List<String> labels) {
  /** Of the table {@code rollouts r}. */
  static final String COLUMNS =
      "r.model, r.task, r.generation, r.prompt_id, r.rollout_index, r.status,"
          + " substr(coalesce(r.completion, r.error, ''), 1, 300) AS excerpt,"
          + (" CASE WHEN starts_with(r.completion, '%s') OR starts_with(r.completion, '%s')"
                  + " OR starts_with(r.completion, '%s')"
                  + " THEN strlen(r.completion) - strlen(replace(r.completion, chr(10), ''))"
                  + " END AS lines,"
                  + " CASE WHEN lines > 0 THEN right(r.completion, %d) END AS ending,")
              .formatted(
                  TranscriptExcerpt.GAME,
                  TranscriptExcerpt.WALK,
                  TranscriptExcerpt.EPISODE,
                  TranscriptExcerpt.END)
          + " r.completion_tokens, r.logprob_sum";

  static RolloutLine of(ResultSet row) throws SQLException {
    RolloutAddress address = RolloutAddress.of(row);
    return new RolloutLine(
        new RowPlace(null, address.values()),
        address,
        row.getString("status"),
        excerpt(row),
        ShownValue.count(row, "completion_tokens"),
        ShownValue.text(row, "logprob_sum", Figures::nats),
        List.of(),
        List.of());
  }

  private static String excerpt(ResultSet row) throws SQLException {
    String start = row.getString("excerpt");
    String end = row.getString("ending");
    Optional<String> transcript =
        end == null ? Optional.empty() : TranscriptExcerpt.of(start, end, row.getLong("lines"));
    return transcript.orElseGet(() -> VisibleText.line(start, 140));
  }

  /** Where it stands, and what scorers and people said about it. */
  RolloutLine with(RowPlace standing, List<ShownVerdict> found, List<String> said) {
    return new RolloutLine(standing, address, status, excerpt, tokens, logprob, found, said);
  }

  public String model() {
    return VisibleText.line(address.model(), 80);
  }

  public String task() {
    return VisibleText.line(address.task(), 80);
  }

  public int number() {
    return address.rolloutIndex();
  }

  public String shortId() {
    return ShownValue.shortId(address.promptId());
  }

  public String key() {
    return address.text();
  }
}
