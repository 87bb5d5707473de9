package org.galton.job.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.train.policy.Drawing;
import org.galton.train.policy.TracedRollout;

/** Requests that one task draws completions for, those of a prompt together. */
record DrawingShare(ArrayList<List<Request>> byPrompt, Sampling sampling, Drawing drawing)
    implements Serializable {

  static List<DrawingShare> of(
      List<List<Request>> byPrompt, Sampling sampling, Drawing drawing, int most) {
    int[] rollouts = byPrompt.stream().mapToInt(List::size).toArray();
    List<DrawingShare> shares = new ArrayList<>();
    for (List<Integer> numbers : Shares.of(rollouts, most)) {
      ArrayList<List<Request>> own = new ArrayList<>();
      numbers.forEach(number -> own.add(new ArrayList<>(byPrompt.get(number))));
      shares.add(new DrawingShare(own, sampling, drawing));
    }
    return shares;
  }

  /**
   * A rollout on its way.
   *
   * @param trace null where the request failed, as an Optional does not travel
   */
  record Told(Outcome outcome, TokenTrace trace) implements Serializable {
    static Told of(TracedRollout rollout) {
      return new Told(rollout.outcome(), rollout.trace().orElse(null));
    }

    TracedRollout rollout() {
      return new TracedRollout(outcome, Optional.ofNullable(trace));
    }
  }

  ArrayList<Told> drawn(OpenPolicy policy) {
    ArrayList<Told> rollouts = new ArrayList<>();
    policy.policy().draw(byPrompt, sampling, drawing, rollout -> rollouts.add(Told.of(rollout)));
    return rollouts;
  }
}
