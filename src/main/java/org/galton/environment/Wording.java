package org.galton.environment;

import java.util.List;

/** What an agent is asked in a turn. */
final class Wording {
  /** Stands before an action, in marks. */
  static final char ACT = '=';

  private Wording() {}

  static String of(Play play) {
    return switch (play.rules().style()) {
      case PROSE -> prose(play);
      case MARKS -> marks(play);
    };
  }

  private static String prose(Play play) {
    Environment environment = play.rules().environment();
    List<PlayedTurn> turns = play.played();
    int shown = Math.min(turns.size(), play.rules().history().turns());
    int left = turns.size() - shown;
    StringBuilder text = new StringBuilder(environment.task()).append("\n\n");
    for (Tool tool : environment.tools()) {
      text.append(
          "You may call the tool %1$s, in a turn of its own: %2$s\n<tool_call>{\"name\": \"%1$s\", \"arguments\": {\"%3$s\": \"…\"}}</tool_call>\n\n"
              .formatted(tool.name(), tool.meaning(), tool.argument()));
    }
    text.append(environment.answerForm().asked()).append("\n\n");
    if (left > 0 && shown > 0) {
      text.append("(%d earlier turns are left out.)\n\n".formatted(left));
    }
    text.append(left == 0 ? play.first().observation() : turns.get(left - 1).state().observation())
        .append("\n\n");
    for (PlayedTurn turn : turns.subList(left, turns.size())) {
      text.append(environment.answerForm().told(turn))
          .append('\n')
          .append(turn.state().observation())
          .append("\n\n");
    }
    return text.append("Turn %d of at most %d.\n".formatted(turns.size() + 1, limit(play)))
        .toString();
  }

  private static int limit(Play play) {
    return play.rules().environment().turnLimit();
  }

  private static String marks(Play play) {
    List<PlayedTurn> turns = play.played();
    int from = turns.size() - Math.min(turns.size(), play.rules().history().turns());
    StringBuilder line = new StringBuilder(play.rules().environment().id()).append(' ');
    for (int turn = from; turn < turns.size(); turn++) {
      line.append(before(play, turn).world().marks())
          .append(ACT)
          .append(turns.get(turn).action().orElse(""))
          .append(Answer.END);
    }
    return line.append(play.state().world().marks()).append(ACT).toString();
  }

  private static State before(Play play, int turn) {
    return turn == 0 ? play.first() : play.played().get(turn - 1).state();
  }
}
