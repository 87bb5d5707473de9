package org.galton.model.adaptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;

/** Several completions of each of several prompts, all drawn side by side. */
final class DrawnBatch {
  private DrawnBatch() {}

  /** So many completions of a prompt; the seed of each follows from this one and its number. */
  record Wanted(ModelPrompt prompt, long seed, int count) {}

  /** Outcomes by wish, in the order of their numbers. */
  static List<List<Outcome>> of(LanguageModel model, Sampling sampling, List<Wanted> wishes) {
    List<Request> requests = new ArrayList<>();
    for (Wanted wish : wishes) {
      for (int i = 0; i < wish.count(); i++) {
        requests.add(new Request(requests.size(), wish.prompt(), Uniforms.seed(wish.seed(), i)));
      }
    }
    Outcome[] outcomes = new Outcome[requests.size()];
    if (!requests.isEmpty()) {
      model.generate(
          requests.iterator(),
          sampling,
          outcome -> outcomes[(int) outcome.request().id()] = outcome);
    }
    List<List<Outcome>> drawn = new ArrayList<>(wishes.size());
    int from = 0;
    for (Wanted wish : wishes) {
      drawn.add(Arrays.asList(outcomes).subList(from, from + wish.count()));
      from += wish.count();
    }
    return drawn;
  }
}
