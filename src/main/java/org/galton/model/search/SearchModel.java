package org.galton.model.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.search.BlockSampler;
import org.galton.search.Wish;

/**
 * Draws completions by search over their blocks. All searches advance together, with one batch of
 * blocks a round for all of them, so that the model stays full; it takes all requests at once.
 *
 * <p>The seed of a block is a function of the rollout's seed and of the step: a search goes the
 * same way in whatever company it is made.
 *
 * <p>A search that finds nothing is no failure: its completion is where it was given up, and the
 * report says so.
 */
public final class SearchModel implements LanguageModel {
  /** Blocks of a round that are enough to fill a model. */
  private static final int BATCH = 64;

  private static final int MOST_AHEAD = 32;

  private final LanguageModel proposer;
  private final BlockSampler sampler;
  private final Function<Request, SearchedPrompt> prompts;
  private final BiConsumer<Request, SearchReport> reports;
  private final Supplier<PartialValues> values;

  /** By the values of the prompts' own process verifiers. */
  public SearchModel(
      LanguageModel proposer,
      BlockSampler sampler,
      Function<Request, SearchedPrompt> prompts,
      BiConsumer<Request, SearchReport> reports) {
    this(proposer, sampler, prompts, reports, PartialValues::ofPrompts);
  }

  /**
   * @param proposer draws each block and tells its tokens; stays the caller's to close
   * @param prompts what is known of the completions of a request
   * @param reports told of each completion before the sink is
   * @param values opened for each call, and closed with it
   */
  public SearchModel(
      LanguageModel proposer,
      BlockSampler sampler,
      Function<Request, SearchedPrompt> prompts,
      BiConsumer<Request, SearchReport> reports,
      Supplier<PartialValues> values) {
    this.proposer = proposer;
    this.sampler = sampler;
    this.prompts = prompts;
    this.reports = reports;
    this.values = values;
  }

  @Override
  public ModelCard card() {
    return proposer.card();
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    List<OpenSearch> open = new ArrayList<>();
    requests.forEachRemaining(request -> open.add(open(request, sampling.maxTokens())));
    try (PartialValues opened = values.get()) {
      int most = opened.looksAhead() ? MOST_AHEAD : 1;
      while (!open.isEmpty()) {
        draw(asked(open, most, sink), sampling);
        value(open, opened);
        open.forEach(OpenSearch::advance);
      }
    }
  }

  /** What the searches want next; those that are over leave. */
  private List<Asked> asked(List<OpenSearch> open, int mostAhead, Consumer<Outcome> sink) {
    List<Asked> asked = new ArrayList<>();
    int ahead = Math.max(1, Math.min(mostAhead, BATCH / open.size()));
    for (Iterator<OpenSearch> searches = open.iterator(); searches.hasNext(); ) {
      OpenSearch search = searches.next();
      List<Wish<DrawnPath>> wishes = search.wish(ahead);
      for (int i = 0; i < wishes.size(); i++) {
        asked.add(new Asked(search, i, wishes.get(i)));
      }
      if (wishes.isEmpty()) {
        end(search, sink);
        searches.remove();
      }
    }
    return asked;
  }

  /** All values of a round at once. */
  private static void value(List<OpenSearch> open, PartialValues opened) {
    List<PartialCompletion> partials = new ArrayList<>();
    List<Consumer<PartialValue>> waiting = new ArrayList<>();
    for (OpenSearch search : open) {
      search
          .unvalued()
          .forEach(
              (wish, partial) -> {
                partials.add(partial);
                waiting.add(value -> search.hear(wish, value));
              });
    }
    if (!partials.isEmpty()) {
      List<PartialValue> found = opened.of(partials);
      for (int i = 0; i < found.size(); i++) {
        waiting.get(i).accept(found.get(i));
      }
    }
  }

  private void end(OpenSearch search, Consumer<Outcome> sink) {
    if (!search.isFailed()) {
      reports.accept(search.request(), search.report());
    }
    sink.accept(search.outcome());
  }

  private OpenSearch open(Request request, int maxTokens) {
    return new OpenSearch(
        request,
        prompts.apply(request),
        sampler.start(DrawnPath.ROOT, request.seed(), maxTokens),
        maxTokens,
        card().contextLength(),
        sampler.needsValues(maxTokens));
  }

  /** A block that is asked for, and who waits for it. */
  private record Asked(OpenSearch search, int wish, Wish<DrawnPath> block) {}

  /** Blocks at the token limit are shorter than the others, and are asked for apart. */
  private void draw(List<Asked> asked, Sampling sampling) {
    int block = sampler.block(sampling.maxTokens());
    Map<Integer, List<Asked>> byLength = new TreeMap<>();
    for (Asked one : asked) {
      int length = Math.min(block, sampling.maxTokens() - one.block().from().length());
      byLength.computeIfAbsent(length, key -> new ArrayList<>()).add(one);
    }
    byLength.forEach((length, alike) -> ask(alike, sampling.withMaxTokens(length)));
  }

  private void ask(List<Asked> asked, Sampling sampling) {
    List<Request> requests = new ArrayList<>(asked.size());
    for (Asked one : asked) {
      requests.add(
          new Request(
              requests.size(),
              one.block().from().prompt(one.search().request().prompt()),
              one.block().seed()));
    }
    proposer.generate(
        requests.iterator(),
        sampling,
        outcome -> {
          Asked one = asked.get((int) outcome.request().id());
          one.search().hear(one.wish(), outcome);
        });
  }

  /** The proposer is the caller's. */
  @Override
  public void close() {}
}
