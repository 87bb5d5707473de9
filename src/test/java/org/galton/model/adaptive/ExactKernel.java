package org.galton.model.adaptive;

import java.util.Iterator;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.numerics.SplitMix64;

/**
 * A model whose answers have known probabilities, of a prompt such as {@code a=0.3 b=0.2}: what is
 * missing to 1 are answers that no two draws share. Its completions say which model drew them, at
 * which temperature: {@code base 1.0: a}. A completion has 3 tokens.
 */
final class ExactKernel implements LanguageModel {
  private final String name;
  private final TreeMap<String, Integer> drawn = new TreeMap<>();

  ExactKernel(String name) {
    this.name = name;
  }

  /** Completions drawn so far, by temperature. */
  TreeMap<String, Integer> drawn() {
    return drawn;
  }

  @Override
  public ModelCard card() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    requests.forEachRemaining(
        request -> {
          String prompt = ((ModelPrompt.Raw) request.prompt()).text();
          drawn.merge(Double.toString(sampling.temperature()), 1, Integer::sum);
          sink.accept(
              prompt.startsWith("broken")
                  ? new GenerationFailure(request, "no such word")
                  : completion(request, answer(prompt, request.seed()), sampling));
        });
  }

  private static String answer(String prompt, long seed) {
    double at = SplitMix64.unit(SplitMix64.mix(seed));
    for (String part : prompt.isEmpty() ? new String[0] : prompt.split(" ", -1)) {
      String[] known = part.split("=", -1);
      at -= Double.parseDouble(known[1]);
      if (at < 0) {
        return known[0];
      }
    }
    return Long.toHexString(seed);
  }

  private Completion completion(Request request, String answer, Sampling sampling) {
    return new Completion(
        request,
        name + " " + sampling.temperature() + ": " + answer,
        Completion.Finish.STOP,
        2,
        3,
        -1,
        0.5,
        0.25);
  }

  @Override
  public void close() {}
}
