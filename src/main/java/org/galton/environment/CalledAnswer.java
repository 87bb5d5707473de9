package org.galton.environment;

import java.util.List;
import java.util.Optional;
import org.galton.chat.CallText;
import org.galton.chat.ChatCall;
import org.galton.chat.ChatMessage;

/**
 * An answer whose action is a call that can be read.
 *
 * @param words before its first call
 * @param others calls before the one that counts
 */
record CalledAnswer(String words, ChatCall call, int others) {

  /**
   * @param kept by {@link Answer#kept}
   */
  static Optional<CalledAnswer> of(String kept, Environment environment, String id) {
    return Answer.lastCall(kept, environment)
        .flatMap(CallText::call)
        .map(
            call ->
                new CalledAnswer(
                    kept.substring(0, kept.indexOf(CallText.BEGIN)).strip(),
                    new ChatCall(id, call.name(), call.arguments()),
                    count(kept) - 1));
  }

  private static int count(String text) {
    int count = 0;
    int at = text.indexOf(CallText.BEGIN);
    while (at >= 0) {
      count++;
      at = text.indexOf(CallText.BEGIN, at + 1);
    }
    return count;
  }

  /** With the call that counts alone: some templates refuse several. */
  ChatMessage message() {
    return ChatMessage.calling(words, List.of(call));
  }

  ChatMessage result(String observation) {
    return ChatMessage.result(
        call.id(),
        others == 0
            ? observation
            : "(%d other calls were not run: the last one of an answer counts.)\n%s"
                .formatted(others, observation));
  }
}
