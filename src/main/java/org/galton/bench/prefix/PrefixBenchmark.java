package org.galton.bench.prefix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.galton.bench.BenchPrompt;
import org.galton.bench.Stopwatch;
import org.galton.game.Position;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.episode.EpisodeModel;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.decoding.LlamaModel;
import org.galton.model.llama.decoding.PromptCache;
import org.galton.model.llama.torch.Torch;
import org.galton.spec.InvalidInput;

/**
 * Times prompts that begin as others do, with and without what is kept of those, on one decode loop
 * with one thread, in rounds that take each way once. A first round of a few warms up and does not
 * count.
 */
public final class PrefixBenchmark {
  private static final long SEED = 1;

  private final LoadedCheckpoint model;
  private final PrefixWork work;

  public PrefixBenchmark(LoadedCheckpoint model, PrefixWork work) {
    this.model = model;
    this.work = work;
  }

  private enum Workload {
    EPISODES,
    SHOTS;

    String words(PrefixWork work) {
      return switch (this) {
        case EPISODES -> "%d episodes of %d turns".formatted(work.episodes(), work.turns());
        case SHOTS ->
            "%d questions behind %d tokens, %d rollouts each"
                .formatted(work.questions(), work.shotTokens(), work.rollouts());
      };
    }
  }

  /**
   * @param progress is told what is being done
   */
  public List<PrefixRow> run(Consumer<String> progress) {
    Torch.useThreads(1);
    progress.accept("warming up");
    for (Workload workload : Workload.values()) {
      pass(workload, PromptCache.SHARED, work.few());
      pass(workload, PromptCache.FORGOTTEN, work.few());
    }
    Map<Workload, List<PrefixPass>> kept = new EnumMap<>(Workload.class);
    Map<Workload, List<PrefixPass>> anew = new EnumMap<>(Workload.class);
    for (int round = 1; round <= work.rounds(); round++) {
      for (Workload workload : Workload.values()) {
        progress.accept("round %d of %d: %s".formatted(round, work.rounds(), workload.words(work)));
        anew.computeIfAbsent(workload, key -> new ArrayList<>())
            .add(pass(workload, PromptCache.FORGOTTEN, work));
        kept.computeIfAbsent(workload, key -> new ArrayList<>())
            .add(pass(workload, PromptCache.SHARED, work));
      }
    }
    return kept.keySet().stream()
        .map(each -> new PrefixRow(each.words(work), kept.get(each), anew.get(each)))
        .toList();
  }

  private PrefixPass pass(Workload workload, PromptCache cache, PrefixWork amount) {
    Torch.releaseFreedMemory();
    try (LlamaModel decoding = model.endless(cache, amount.slots())) {
      Stopwatch watch = new Stopwatch();
      List<Completion> drawn =
          switch (workload) {
            case EPISODES -> drawn(episodes(decoding, amount), requests(amount.episodes()), amount);
            case SHOTS -> drawn(decoding, questions(amount), amount);
          };
      return new PrefixPass(watch.cpuSeconds(), watch.seconds(), decoding.promptTokens(), drawn);
    }
  }

  private static List<Completion> drawn(
      LanguageModel asked, Iterator<Request> requests, PrefixWork amount) {
    List<Completion> drawn = new ArrayList<>();
    asked.generate(
        requests, Sampling.untempered(amount.newTokens()), outcome -> drawn.add(whole(outcome)));
    drawn.sort(Comparator.comparingLong(completion -> completion.request().id()));
    return drawn;
  }

  private static Completion whole(Outcome outcome) {
    if (outcome instanceof GenerationFailure failure) {
      throw new InvalidInput(failure.reason());
    }
    return (Completion) outcome;
  }

  /** An episode in which every turn shows all that was said before, and a remark after each. */
  private record Talk(int rounds, List<String> said) implements Position {
    @Override
    public List<String> turns() {
      return over() ? List.of() : List.of(String.join("", said));
    }

    @Override
    public Position after(List<String> answers) {
      List<String> more = new ArrayList<>(said);
      more.add(answers.get(0));
      more.add(" That was turn %d. And now? ".formatted(said.size() / 2 + 1));
      return new Talk(rounds, List.copyOf(more));
    }

    @Override
    public boolean over() {
      return said.size() == 2 * rounds + 1;
    }

    @Override
    public String transcript() {
      return String.join("", said);
    }
  }

  private static LanguageModel episodes(LlamaModel decoding, PrefixWork amount) {
    return new EpisodeModel(
        decoding,
        game -> new Talk(amount.turns(), List.of("Game %d. ".formatted(game.id()))),
        List.of(),
        ModelPrompt.Raw::new);
  }

  private static Iterator<Request> requests(int count) {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      requests.add(new Request(i, "", Uniforms.seed(SEED, i)));
    }
    return requests.iterator();
  }

  private Iterator<Request> questions(PrefixWork amount) {
    String shots = BenchPrompt.of(amount.shotTokens(), model::tokens).text();
    List<Request> requests = new ArrayList<>();
    for (int question = 0; question < amount.questions(); question++) {
      String prompt = "%s\nHow much is %d apples and seven? ".formatted(shots, question);
      for (int i = 0; i < amount.rollouts(); i++) {
        long id = requests.size();
        requests.add(new Request(id, prompt, Uniforms.seed(SEED, id)));
      }
    }
    return requests.iterator();
  }
}
