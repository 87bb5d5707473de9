package org.galton.model.llama.decoding;

import java.util.List;
import java.util.Set;
import org.galton.model.Completion;
import org.galton.model.Completion.Finish;
import org.galton.model.llama.tokenizer.Tokenizer;

/** Decides whether a rollout has come to its end, and with which text. */
final class EndOfCompletion {
  private final Tokenizer tokenizer;
  private final Set<Long> endTokens;

  EndOfCompletion(Tokenizer tokenizer, Set<Long> endTokens) {
    this.tokenizer = tokenizer;
    this.endTokens = endTokens;
  }

  /** The completion if the token drawn last ended it, else null. */
  Completion completionOf(Slot slot) {
    if (endTokens.contains(slot.lastToken())) {
      return slot.completion(tokenizer.decode(slot.idsBeforeLast()), Finish.STOP);
    }
    List<String> stops = slot.job().sampling().stop();
    if (!stops.isEmpty()) {
      // The whole text each time: the characters of a token can depend on the tokens before it.
      String text = tokenizer.decode(slot.ids());
      int cut = stops.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
      if (cut >= 0) {
        return slot.completion(text.substring(0, cut), Finish.STOP);
      }
    }
    return slot.full() ? slot.completion(tokenizer.decode(slot.ids()), Finish.LENGTH) : null;
  }
}
