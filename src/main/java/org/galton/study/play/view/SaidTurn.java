package org.galton.study.play.view;

import java.util.ArrayList;
import java.util.List;
import org.galton.study.play.row.TurnRow;

/** What was said or done in a turn, in one line. */
public final class SaidTurn {
  private static final String UNREAD = "no action";

  private SaidTurn() {}

  /** The action or the call of a tool; of a planner all that it names. */
  public static String of(TurnRow row) {
    return switch (row.role()) {
      case TurnRow.ENVIRONMENT -> "";
      case TurnRow.AGENT, TurnRow.TOOL ->
          row.isCall()
              ? "%s(%s)".formatted(text(row.tool(), "no tool"), text(row.arguments(), ""))
              : text(row.action(), UNREAD);
      case "planner" -> row.formatError() ? UNREAD : plan(row);
      case "verifier" -> row.formatError() ? UNREAD : verdict(row);
      default -> text(row.action(), UNREAD);
    };
  }

  private static String plan(TurnRow row) {
    List<String> parts = new ArrayList<>();
    if (row.action() != null && !row.action().isEmpty()) {
      parts.add(row.action());
    }
    parts.add("with " + text(row.tool(), "no tool"));
    if (row.arguments() != null) {
      parts.add(row.arguments());
    }
    return String.join(", ", parts);
  }

  private static String verdict(TurnRow row) {
    return "1".equals(row.action()) ? "enough" : "not enough";
  }

  private static String text(String text, String instead) {
    return text == null ? instead : text;
  }
}
