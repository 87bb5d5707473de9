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
 * @param prompts ids of each prompt's tokens
 * @param each completions of each prompt
 * @param alternatives likeliest tokens to be told at each place; absent where no log-probabilities
 *     are
 * @param delivery in one piece or in pieces
 */
record Asked(
    AnswerForm form,
    String model,
    List<List<Integer>> prompts,
    int each,
    Sampling sampling,
    OptionalLong seed,
    OptionalInt alternatives,
    Delivery delivery) {

  /** How an answer is sent. */
  enum Delivery {
    WHOLE,
    STREAM,
    STREAM_WITH_USAGE
  }

  int choices() {
    return prompts.size() * each;
  }

  int promptTokens() {
    return prompts.stream().mapToInt(List::size).sum();
  }

  /**
   * A request for each choice, numbered as the choices are. The first completion of a prompt is
   * drawn with the seed itself, the i-th with the i-th seed of that seed; without a seed each has a
   * random one.
   */
  List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    for (List<Integer> ids : prompts) {
      ModelPrompt prompt = new ModelPrompt.Tokens(ids);
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
