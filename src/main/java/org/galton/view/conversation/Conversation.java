package org.galton.view.conversation;

import java.util.Optional;

/** A completion that is the transcript of a game, a walk or an episode. */
public sealed interface Conversation
    permits GroupConversation, WalkConversation, EpisodeConversation {
  /** Longer transcripts stay text, so that reading one takes bounded time and memory. */
  int MOST_CHARACTERS = 4_000_000;

  /** Most rounds or steps that are shown. */
  int MOST_TURNS = 300;

  /**
   * @param prompt that tells the rules
   * @return nothing where prompt and completion are not a game, walk or episode, whole and by its
   *     rules
   */
  static Optional<Conversation> of(String prompt, String reference, String completion) {
    if (completion.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Optional<Conversation> game =
        GroupConversation.of(prompt, reference, completion).map(Conversation.class::cast);
    return game.or(() -> WalkConversation.of(prompt, completion).map(Conversation.class::cast))
        .or(() -> EpisodeConversation.of(prompt, completion).map(Conversation.class::cast));
  }

  /** On the class path. */
  String template();
}
