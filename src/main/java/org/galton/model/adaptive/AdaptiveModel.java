package org.galton.model.adaptive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.adaptive.DrawnBatch.Wanted;
import org.galton.model.search.SearchReport;
import org.galton.search.AdaptiveSampler;
import org.galton.search.AdaptiveSampler.Arm;
import org.galton.search.AdaptiveSampler.Mode;

/**
 * Draws completions as an {@link AdaptiveSampler} says, in three batches: the pilots of all prompts
 * that have none yet, the rollouts that explore, and the candidates of all votes. It takes all
 * requests at once.
 *
 * <p>The seed of a draw is a function of the rollout's seed and the number of the draw, that of a
 * pilot of its prompt: a rollout is the same in whatever company it is drawn. A pilot is kept as
 * long as this model is, and its cost is counted once, with the first rollout that it was drawn
 * for.
 */
public final class AdaptiveModel implements LanguageModel {
  private final LanguageModel adapted;
  private final LanguageModel base;
  private final AdaptiveSampler sampler;
  private final Function<Request, AdaptivePrompt> prompts;
  private final BiConsumer<Request, SearchReport> reports;
  private final Map<Long, Pilot> pilots = new HashMap<>();

  /**
   * @param adapted draws candidates of votes; stays the caller's to close
   * @param base draws pilots and explores: the same without its adapter, or the same; stays the
   *     caller's to close
   * @param prompts what is known of the prompt of a request
   * @param reports told of each completion before the sink is
   */
  public AdaptiveModel(
      LanguageModel adapted,
      LanguageModel base,
      AdaptiveSampler sampler,
      Function<Request, AdaptivePrompt> prompts,
      BiConsumer<Request, SearchReport> reports) {
    this.adapted = adapted;
    this.base = base;
    this.sampler = sampler;
    this.prompts = prompts;
    this.reports = reports;
  }

  @Override
  public ModelCard card() {
    return adapted.card();
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    List<AdaptiveRollout> open = new ArrayList<>();
    requests.forEachRemaining(
        request -> open.add(new AdaptiveRollout(request, prompts.apply(request))));
    if (sampler.mode() == Mode.ADAPTIVE) {
      drawPilots(open, sampling);
    }
    List<AdaptiveRollout> exploring = new ArrayList<>();
    List<AdaptiveRollout> converging = new ArrayList<>();
    for (AdaptiveRollout rollout : open) {
      if (!rollout.isFailed()) {
        (arm(rollout) == Arm.EXPLORE ? exploring : converging).add(rollout);
      }
    }
    draw(base, sampling.withTemperature(sampler.exploring()), exploring, 1)
        .forEach(AdaptiveRollout::explore);
    draw(
            adapted,
            sampling.withTemperature(sampler.converging()),
            converging,
            sampler.vote().candidates())
        .forEach((rollout, draws) -> rollout.vote(sampler.vote(), draws));
    for (AdaptiveRollout rollout : open) {
      rollout.report().ifPresent(report -> reports.accept(rollout.request(), report));
      sink.accept(rollout.outcome());
    }
  }

  private Arm arm(AdaptiveRollout rollout) {
    return switch (sampler.mode()) {
      case ADAPTIVE -> sampler.armOf(rollout.spread());
      case EXPLORE -> Arm.EXPLORE;
      case CONVERGE -> Arm.CONVERGE;
    };
  }

  private void drawPilots(List<AdaptiveRollout> open, Sampling sampling) {
    Map<Long, AdaptiveRollout> missing = new LinkedHashMap<>();
    for (AdaptiveRollout rollout : open) {
      if (!pilots.containsKey(rollout.prompt().pilotSeed())) {
        missing.putIfAbsent(rollout.prompt().pilotSeed(), rollout);
      }
    }
    List<AdaptiveRollout> firsts = List.copyOf(missing.values());
    List<List<Outcome>> drawn =
        DrawnBatch.of(
            base,
            sampling,
            firsts.stream()
                .map(
                    first ->
                        new Wanted(
                            first.request().prompt(), first.prompt().pilotSeed(), sampler.pilot()))
                .toList());
    for (int i = 0; i < firsts.size(); i++) {
      AdaptivePrompt prompt = firsts.get(i).prompt();
      pilots.put(prompt.pilotSeed(), Pilot.of(Draws.of(drawn.get(i)), prompt.answers()));
    }
    for (AdaptiveRollout rollout : open) {
      rollout.goBy(pilots.get(rollout.prompt().pilotSeed()));
    }
  }

  private static Map<AdaptiveRollout, Draws> draw(
      LanguageModel model, Sampling sampling, List<AdaptiveRollout> rollouts, int count) {
    List<List<Outcome>> drawn =
        DrawnBatch.of(
            model,
            sampling,
            rollouts.stream()
                .map(one -> new Wanted(one.request().prompt(), one.request().seed(), count))
                .toList());
    Map<AdaptiveRollout, Draws> byRollout = new LinkedHashMap<>();
    for (int i = 0; i < rollouts.size(); i++) {
      byRollout.put(rollouts.get(i), Draws.of(drawn.get(i)));
    }
    return byRollout;
  }

  /** The models are the caller's. */
  @Override
  public void close() {}
}
