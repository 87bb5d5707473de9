package org.galton.serve.api;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;

/**
 * What a client asks for.
 *
 * @param each completions of each prompt
 * @param echo whether an answer begins with the prompt
 * @param alternatives likeliest tokens to be told at each place; absent where no log-probabilities
 *     are
 * @param delivery in one piece or in pieces
 * @param calls whether calls of tools are told apart from the text
 */
record Asked(
    AnswerForm form,
    String model,
    List<AskedPrompt> prompts,
    int each,
    Sampling sampling,
    Echo echo,
    OptionalLong seed,
    OptionalInt alternatives,
    Delivery delivery,
    Calls calls) {

  /** How an answer is sent. */
  enum Delivery {
    WHOLE,
    STREAM,
    STREAM_WITH_USAGE
  }

  /** Where calls of tools are told. */
  enum Calls {
    IN_TEXT,
    APART
  }

  /** What a text begins with. */
  enum Echo {
    /** The completion. */
    NONE,
    /** The prompt, then the completion. */
    FIRST,
    /** The prompt; nothing is drawn. */
    ALONE
  }

  int choices() {
    return prompts.size() * each;
  }

  int promptTokens() {
    return prompts.stream().mapToInt(prompt -> prompt.tokens().size()).sum();
  }

  /**
   * A request for each choice, numbered as the choices are. The first completion of a prompt is
   * drawn with the seed itself, the i-th with the i-th seed of that seed; without a seed each has a
   * random one. None where nothing is to be drawn.
   */
  List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    if (echo == Echo.ALONE) {
      return requests;
    }
    for (AskedPrompt asked : prompts) {
      ModelPrompt prompt = new ModelPrompt.Tokens(asked.tokens());
      for (int i = 0; i < each; i++) {
        requests.add(new Request(requests.size(), prompt, seed(i)));
      }
    }
    return requests;
  }

  private long seed(int choice) {
    if (seed.isEmpty()) {
      return ThreadLocalRandom.current().nextLong();
    }
    return choice == 0 ? seed.getAsLong() : Uniforms.seed(seed.getAsLong(), choice);
  }
}
