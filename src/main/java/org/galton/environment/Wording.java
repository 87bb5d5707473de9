package org.galton.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.chat.ChatMessage;
import org.galton.chat.ChatTool;
import org.galton.chat.Dialogue;

/** What an agent is asked in a turn. */
final class Wording {
  /** Stands before an action, in marks. */
  static final char ACT = '=';

  private Wording() {}

  static String of(Play play) {
    return switch (play.rules().style()) {
      case PROSE ->
          switch (play.rules().form()) {
            case TEXT -> prose(play);
            case CHAT -> last(dialogue(play).messages());
          };
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

  /** What is new in it. */
  private static String last(List<ChatMessage> messages) {
    return messages.get(messages.size() - 1).content();
  }

  /** Nothing that was said once changes as the episode goes on, so that a model can keep it. */
  static Dialogue dialogue(Play play) {
    Environment environment = play.rules().environment();
    List<PlayedTurn> turns = play.played();
    int left = turns.size() - Math.min(turns.size(), play.rules().history().turns());
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(new ChatMessage(ChatMessage.Role.USER, opening(play, left)));
    for (int i = left; i < turns.size(); i++) {
      PlayedTurn turn = turns.get(i);
      String shown = turn.state().observation();
      // Nine letters and digits: some templates take no other id.
      Optional<CalledAnswer> called =
          CalledAnswer.of(turn.answer(), environment, "call%05d".formatted(i + 1));
      messages.add(
          called
              .map(CalledAnswer::message)
              .orElseGet(() -> new ChatMessage(ChatMessage.Role.ASSISTANT, turn.answer())));
      messages.add(
          called
              .map(call -> call.result(shown))
              .orElseGet(() -> new ChatMessage(ChatMessage.Role.USER, shown)));
    }
    return new Dialogue(
        messages,
        environment.tools().stream()
            .map(tool -> ChatTool.of(tool.name(), sentence(tool.meaning()), tool.argument()))
            .toList());
  }

  private static String opening(Play play, int left) {
    Environment environment = play.rules().environment();
    StringBuilder text = new StringBuilder(environment.task()).append("\n\n");
    if (!environment.tools().isEmpty()) {
      text.append(
          "You may call a tool, in a turn of its own: of several calls the last counts.\n\n");
    }
    text.append(environment.answerForm().asked())
        .append(" You have at most %d turns.\n\n".formatted(limit(play)));
    if (left > 0) {
      text.append("(%d earlier turns are left out.)\n\n".formatted(left));
    }
    return text.append(
            left == 0
                ? play.first().observation()
                : play.played().get(left - 1).state().observation())
        .toString();
  }

  private static String sentence(String meaning) {
    return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1);
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
