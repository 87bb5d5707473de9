package org.galton.model;

import java.io.Serializable;
import java.util.List;
import org.galton.chat.ChatMessage;
import org.galton.chat.ChatTool;

/** What a model is given: a text to continue, or a chat to answer. */
public sealed interface ModelPrompt extends Serializable {
  /** What the completion is of, whether or not it has begun. */
  default ModelPrompt whole() {
    return this;
  }

  /** A text that the completion continues, character by character as it is. */
  record Raw(String text) implements ModelPrompt {}

  /**
   * A chat whose next turn is the assistant's; the model's own template makes a text of it. Where
   * the assistant calls tools, the completion has its calls as {@link org.galton.chat.CallText}
   * writes them.
   *
   * @param tools that it may call
   */
  record Chat(List<ChatMessage> messages, List<ChatTool> tools) implements ModelPrompt {
    public Chat {
      messages = List.copyOf(messages);
      tools = List.copyOf(tools);
    }

    /** Without tools. */
    public Chat(List<ChatMessage> messages) {
      this(messages, List.of());
    }
  }

  /** A text as the ids of its tokens, to which nothing is added. Galton's own decoder takes it. */
  record Tokens(List<Integer> ids) implements ModelPrompt {
    public Tokens {
      ids = List.copyOf(ids);
    }
  }

  /**
   * A completion that has begun and is to go on. Only Galton's own decoder takes it. The text of
   * the completion, in which strings that end it are looked for, is that of all its tokens
   * together; numbers of tokens, log-probabilities and entropies are of those drawn now.
   *
   * <p>Where it comes to the token limit, the decoder keeps for a while what it has computed: the
   * completion is likely to go on from there.
   *
   * @param prompt what the completion is of
   * @param tokens ids that it has begun with, none of which ends a completion; empty for one that
   *     begins now and is to go on later
   */
  record Begun(ModelPrompt prompt, List<Integer> tokens) implements ModelPrompt {
    public Begun {
      if (prompt instanceof Begun) {
        throw new IllegalArgumentException(
            "Invalid prompt of a begun completion: expected a text or a chat, not another begun completion");
      }
      tokens = List.copyOf(tokens);
    }

    @Override
    public ModelPrompt whole() {
      return prompt;
    }
  }
}
