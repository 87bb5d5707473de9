package org.galton.reinforce;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.galton.job.policy.SharedRollouts;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.decoding.HeadType;
import org.galton.train.policy.Policy;
import org.galton.train.policy.TracedRollout;

/**
 * A policy as a search asks it: each completion tells its tokens.
 *
 * @param head that makes the logits
 */
record PolicyProposer(Policy policy, PolicyWork work, HeadType head) implements LanguageModel {
  @Override
  public ModelCard card() {
    return policy.start();
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    Map<ModelPrompt, List<Request>> byPrompt = new LinkedHashMap<>();
    requests.forEachRemaining(
        request ->
            byPrompt.computeIfAbsent(request.prompt(), prompt -> new ArrayList<>()).add(request));
    // The caller has the time of the whole search.
    work.draw(policy, List.copyOf(byPrompt.values()), sampling, head, new PhaseClock()).stream()
        .map(SharedRollouts.Placed::rollout)
        .forEach(rollout -> sink.accept(told(rollout)));
  }

  private static Outcome told(TracedRollout rollout) {
    return rollout.outcome() instanceof Completion completion
        ? completion.with(rollout.trace().orElseThrow().completionTokens())
        : rollout.outcome();
  }

  /** The policy is the caller's. */
  @Override
  public void close() {}
}
