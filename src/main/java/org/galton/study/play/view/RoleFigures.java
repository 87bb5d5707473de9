package org.galton.study.play.view;

import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import org.galton.report.Columns;
import org.galton.report.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What a role of a team does in an episode, in the mean.
 *
 * @param turns that it has
 * @param tokens that it writes; null where its model does not tell
 * @param misread turns whose answer could not be read; of a tool those that failed
 */
public record RoleFigures(
    String model,
    String task,
    String generation,
    String role,
    double turns,
    @Nullable Double tokens,
    double misread) {
  public static final Columns<RoleFigures> COLUMNS =
      Columns.<RoleFigures>of()
          .column(RoleFigures::model, json("model"), text("model"), page("Model"))
          .column(RoleFigures::task, json("task"), text("task"), page("Task"))
          .column(RoleFigures::generation, json("generation"))
          .column(RoleFigures::role, json("role"), text("role"), page("Role"))
          .column(
              RoleFigures::turns,
              json("turns"),
              text("turns", "%.2f"),
              page("Turns", Figures::nats))
          .column(
              RoleFigures::tokens,
              json("tokens"),
              text("tokens", "%.1f"),
              page("Tokens", Figures::nats))
          .column(
              RoleFigures::misread,
              json("misread_or_failed"),
              text("misread or failed", "%.2f"),
              page("Misread or failed", Figures::nats));
}
