package org.galton.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.decoding.PromptCache;
import org.galton.model.llama.torch.StepProfile;
import org.galton.model.llama.torch.Torch;
import org.galton.model.search.SearchModel;
import org.galton.search.BacktrackingSampler;
import org.galton.search.BacktrackingSampler.Output;
import org.galton.search.BlockSampler;
import org.galton.search.OneWaySampler;
import org.galton.search.OneWaySampler.Choice;
import org.galton.search.TreeSampler;
import org.galton.search.backup.SearchSettings;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.arithmetic.CountdownTask;

/**
 * Times samplers that search against plain rollouts of the same prompts of countdown, on one decode
 * loop with one thread, in rounds that take each once. A first round of a few rollouts warms up and
 * does not count.
 */
public final class SamplerBenchmark {
  private static final long SEED = 1;

  private final LoadedCheckpoint model;
  private final SamplerWork work;
  private final CountdownTask task = CountdownTask.withDefaults();
  private final Map<ModelPrompt, Prompt> prompts = new LinkedHashMap<>();

  public SamplerBenchmark(LoadedCheckpoint model, SamplerWork work) {
    this.model = model;
    this.work = work;
    for (Prompt prompt : task.prompts(Split.TEST, work.prompts(), SEED)) {
      prompts.put(new ModelPrompt.Raw(prompt.text()), prompt);
    }
  }

  private List<SampledWay> ways() {
    int block = work.block();
    int depth = (work.maxTokens() + block - 1) / block;
    return List.of(
        SampledWay.plain(),
        SampledWay.of("vgb", new BacktrackingSampler(block, 0, Output.WALK, 0, 0.1, 1, 0, 2)),
        SampledWay.of(
            "vgb, first leaf",
            new BacktrackingSampler(block, 0, Output.FIRST_LEAF, 0, 0.1, 1, 0, 2)),
        SampledWay.of("block_rejection of 8", new OneWaySampler(Choice.ACCEPTED, block, 8, 0)),
        SampledWay.of("block_best_of 8", new OneWaySampler(Choice.BEST, block, 8, 0)),
        SampledWay.of("rejection of 8", new OneWaySampler(Choice.ACCEPTED, 0, 8, 0)),
        SampledWay.of("best_of 8", new OneWaySampler(Choice.BEST, 0, 8, 0)),
        SampledWay.of(
            "tree",
            new TreeSampler(
                block,
                4,
                0,
                SearchSettings.withDefaults().withDepthLimit(depth).withTrajectories(4))));
  }

  /**
   * The plain way first.
   *
   * @param progress is told what is being done
   */
  public List<SamplerRow> run(Consumer<String> progress) {
    Torch.useThreads(1);
    List<SampledWay> ways = ways();
    progress.accept("warming up");
    ways.forEach(way -> pass(way, work.few()));
    Map<SampledWay, List<SamplerPass>> passes = new HashMap<>();
    for (int round = 1; round <= work.rounds(); round++) {
      progress.accept("round " + round + " of " + work.rounds());
      for (SampledWay way : ways) {
        passes.computeIfAbsent(way, key -> new ArrayList<>()).add(pass(way, work));
      }
    }
    progress.accept("splitting the time of drawing");
    return ways.stream()
        .map(
            way ->
                new SamplerRow(
                    way.name(), passes.get(way), StepProfile.of(() -> pass(way, work.few()))))
        .toList();
  }

  private SamplerPass pass(SampledWay way, SamplerWork amount) {
    List<Request> requests = requests(amount);
    List<Completion> drawn = new ArrayList<>();
    Sampling sampling = Sampling.untempered(amount.maxTokens());
    TimedVerifier verifier = new TimedVerifier(task);
    Torch.releaseFreedMemory();
    try (ObservedModel observed =
        new ObservedModel(model.model(PromptCache.SHARED, amount.slots()), amount.slots())) {
      Stopwatch watch = new Stopwatch();
      Optional<BlockSampler> sampler = way.sampler();
      if (sampler.isPresent()) {
        new SearchModel(
                observed,
                sampler.get(),
                request -> verifier.of(prompts.get(request.prompt())),
                (request, report) -> {})
            .generate(requests.iterator(), sampling, o -> drawn.add((Completion) o));
      } else {
        observed.generate(requests.iterator(), sampling, o -> drawn.add((Completion) o));
      }
      return observed.pass(drawn.size(), watch, verifier.seconds()).withRight(right(drawn));
    }
  }

  private long right(List<Completion> drawn) {
    return drawn.stream()
        .filter(completion -> completion.finish() == Completion.Finish.STOP)
        .filter(
            completion ->
                task.verify(prompts.get(completion.request().prompt()), completion.text())
                    .correct())
        .count();
  }

  private List<Request> requests(SamplerWork amount) {
    List<Request> requests = new ArrayList<>();
    prompts.keySet().stream()
        .limit(amount.prompts())
        .forEach(
            prompt -> {
              for (int i = 0; i < amount.rollouts(); i++) {
                int id = requests.size();
                requests.add(new Request(id, prompt, Uniforms.seed(SEED, id)));
              }
            });
    return requests;
  }
}
