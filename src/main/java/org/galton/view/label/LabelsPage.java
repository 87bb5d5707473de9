package org.galton.view.label;

import java.sql.SQLException;
import java.util.List;
import org.galton.report.Figures;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.ViewPage;

/**
 * Who has labelled how much, and how labels agree with scorers.
 *
 * @param people by name
 * @param differing rollouts on which people differ
 * @param output folder, as it was given
 */
public record LabelsPage(
    List<LabelCount> people,
    List<HeldAgainst.Named<LabelledScorer>> scorers,
    List<HeldAgainst.Named<TwoPeople>> pairs,
    List<TagCount> tags,
    long differing,
    String output)
    implements ViewPage {
  public static LabelsPage of(Snapshot tables) throws SQLException {
    return new LabelsPage(
        tables.rows(LabelCount.SQL, LabelCount::of),
        LabelPairs.scorers(tables),
        LabelPairs.people(tables),
        tables.rows(TagCount.SQL, TagCount::of),
        LabelPairs.differing(tables),
        tables.folder().name());
  }

  /** Every label, the latest word of each person. */
  public static BoundSql rows() {
    return BoundSql.of(
        "SELECT *\nFROM labels\nORDER BY %s, labelled_by"
            .formatted(String.join(", ", RolloutAddress.COLUMNS)));
  }

  @Override
  public String title() {
    return "Labels";
  }

  @Override
  public String template() {
    return "labels.html";
  }

  public String differingRollouts() {
    return Figures.count(differing);
  }

  /** As a shell takes it. */
  public String command() {
    boolean isPlain = output.chars().allMatch(c -> "/._-".indexOf(c) >= 0 || isLetterOrDigit(c));
    return "./galton judges %s --labels"
        .formatted(isPlain ? output : "'" + output.replace("'", "'\\''") + "'");
  }

  private static boolean isLetterOrDigit(int c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
