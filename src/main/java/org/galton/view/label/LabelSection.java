package org.galton.view.label;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.RolloutAddress;

/**
 * Labels on a rollout's page, and the form for one's own.
 *
 * @param said by all, the latest first
 * @param labeller whose form stands there; absent where the viewer writes nothing
 */
public record LabelSection(List<ShownLabel> said, Optional<Labeller> labeller) {
  public static LabelSection of(
      Snapshot tables, RolloutAddress rollout, Optional<Labeller> labeller) throws SQLException {
    return new LabelSection(
        tables.rows(
            BoundSql.of("SELECT * FROM labels WHERE")
                .then(rollout.matches())
                .then("ORDER BY labelled_at DESC, labelled_by"),
            ShownLabel::of),
        labeller);
  }

  /**
   * A button of the form, which a key presses, too.
   *
   * @param pressed "true" or "false", as HTML writes it
   */
  public record Choice(String key, String word, String pressed) {}

  /** In the order of their keys, which view.js looks for in the page. */
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (String word : HumanLabel.words()) {
      choices.add(choice(String.valueOf(choices.size() + 1), word));
    }
    choices.add(choice("0", LabelForm.NONE));
    return choices;
  }

  private Choice choice(String key, String word) {
    return new Choice(key, word, String.valueOf(word.equals(current())));
  }

  public boolean isOpen() {
    return labeller.isPresent();
  }

  /** Whether a verdict in sight would lead the label that is still to come. */
  public boolean isBlind() {
    return isOpen() && current().equals(LabelForm.NONE);
  }

  public String name() {
    return labeller.map(one -> VisibleText.line(one.name(), 120)).orElse("");
  }

  /** The own label's word, as the form sends it. */
  public String current() {
    return own().map(ShownLabel::word).filter(word -> !word.isEmpty()).orElse(LabelForm.NONE);
  }

  /** As they stand in the field. */
  public String tags() {
    return own().map(label -> String.join(", ", label.tags())).orElse("");
  }

  public String note() {
    return own().map(ShownLabel::note).orElse("");
  }

  private Optional<ShownLabel> own() {
    return labeller.flatMap(
        one -> said.stream().filter(label -> label.by().equals(one.name())).findFirst());
  }
}
