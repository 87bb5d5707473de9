package org.galton.view.label;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.galton.report.RunFacts;
import org.galton.report.VisibleText;

/**
 * What a person said of a rollout.
 *
 * @param word of the label; empty for none
 * @param tags as they were written
 * @param note as it was written; empty for none
 */
public record ShownLabel(String by, String word, List<String> tags, String note, String at) {
  private static final int LONGEST = 20_000;

  static ShownLabel of(ResultSet row) throws SQLException {
    String word = row.getString("label");
    String note = row.getString("note");
    return new ShownLabel(
        row.getString("labelled_by"),
        word == null ? "" : word,
        texts(row.getArray("tags")),
        note == null ? "" : note,
        RunFacts.minute(row.getObject("labelled_at", OffsetDateTime.class).toInstant()));
  }

  static List<String> texts(Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }

  public String shownBy() {
    return VisibleText.line(by, 120);
  }

  public String shownWord() {
    return word.isEmpty() ? "no label" : VisibleText.line(word, 40);
  }

  public List<String> shownTags() {
    return tags.stream().map(tag -> VisibleText.line(tag, 120)).toList();
  }

  public String shownNote() {
    return VisibleText.of(note, LONGEST);
  }
}
