package org.galton.model.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.galton.chat.ChatMessage;
import org.galton.chat.Dialogue;
import org.galton.game.Position;
import org.galton.model.ModelPrompt;
import org.galton.spec.InvalidInput;

/** What the players of a position are given. */
public final class TurnPrompts {
  private TurnPrompts() {}

  /**
   * A prompt for each player, by seat.
   *
   * @param framing how a text is put to the model; of a dialogue, the text of its first message
   * @throws InvalidInput when the position is told in chats, and the framing makes none
   */
  public static List<ModelPrompt> of(Position position, Function<String, ModelPrompt> framing) {
    List<Dialogue> dialogues = position.dialogues();
    return dialogues.isEmpty()
        ? position.turns().stream().map(framing).toList()
        : dialogues.stream().map(dialogue -> framed(dialogue, framing)).toList();
  }

  private static ModelPrompt framed(Dialogue dialogue, Function<String, ModelPrompt> framing) {
    if (framing.apply(dialogue.messages().get(0).content()) instanceof ModelPrompt.Chat chat) {
      List<ChatMessage> messages = new ArrayList<>(chat.messages());
      messages.addAll(dialogue.messages().subList(1, dialogue.messages().size()));
      return new ModelPrompt.Chat(messages, dialogue.tools());
    }
    throw new InvalidInput(
        "Cannot ask for turns as a chat where prompts are raw texts: expected a section 'chat', or 'turns: text'");
  }
}
