package org.galton.model.adaptive;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.search.SearchReport;
import org.galton.search.AdaptiveSampler;
import org.galton.search.SearchCounts;
import org.galton.search.SearchEnd;

/**
 * The answers that walks take their steps by, each drawn adaptively, and what all of a walk's have
 * cost. The prompt of a pilot is what is asked at a state, so that a step depends on the state
 * alone. An answer that is undecided says nothing: the walk stays.
 */
public final class WalkTurns implements LanguageModel {
  private final AdaptiveModel answers;
  private final BiConsumer<Request, SearchReport> reports;
  private final Map<Request, Request> walks = new HashMap<>();
  private final Map<Request, SearchReport> sums = new HashMap<>();
  private final Map<Request, SearchEnd.Kind> ends = new HashMap<>();

  /**
   * @param reports told of each walk again after each of its answers: the last one is that of all
   * @param prompts what is known of what a request asks
   */
  public WalkTurns(
      LanguageModel adapted,
      LanguageModel base,
      AdaptiveSampler sampler,
      Function<Request, AdaptivePrompt> prompts,
      BiConsumer<Request, SearchReport> reports) {
    this.answers = new AdaptiveModel(adapted, base, sampler, prompts, this::answered);
    this.reports = reports;
  }

  /** The walk that is about to ask. */
  public void asks(Request walk, Request turn) {
    walks.put(turn, walk);
  }

  private void answered(Request turn, SearchReport report) {
    Request walk = walks.remove(turn);
    reports.accept(walk, sums.merge(walk, whole(report), WalkTurns::plus));
    ends.put(turn, report.end());
  }

  /** A walk goes to its end whatever an answer of it came to. */
  private static SearchReport whole(SearchReport answer) {
    return answer.end() == SearchEnd.Kind.GIVEN_UP ? with(answer, SearchEnd.Kind.WRONG) : answer;
  }

  private static SearchReport with(SearchReport report, SearchEnd.Kind end) {
    return new SearchReport(
        end, report.counts(), report.drawnTokens(), report.adaptive().orElseThrow());
  }

  @Override
  public ModelCard card() {
    return answers.card();
  }

  @Override
  public void generate(Iterator<Request> turns, Sampling sampling, Consumer<Outcome> sink) {
    answers.generate(
        turns,
        sampling,
        outcome ->
            sink.accept(
                outcome instanceof Completion answer
                        && ends.remove(outcome.request()) == SearchEnd.Kind.GIVEN_UP
                    ? unsaid(answer)
                    : outcome));
  }

  private static Completion unsaid(Completion shown) {
    return new Completion(
        shown.request(),
        "",
        Completion.Finish.STOP,
        shown.promptTokens(),
        0,
        0,
        0,
        shown.seconds());
  }

  private static SearchReport plus(SearchReport one, SearchReport other) {
    SearchCounts a = one.counts();
    SearchCounts b = other.counts();
    boolean isFound = one.end() == SearchEnd.Kind.FOUND || other.end() == SearchEnd.Kind.FOUND;
    return new SearchReport(
        isFound ? SearchEnd.Kind.FOUND : SearchEnd.Kind.WRONG,
        new SearchCounts(
            a.steps() + b.steps(),
            0,
            0,
            0,
            a.blocks() + b.blocks(),
            a.leafVisits() + b.leafVisits()),
        one.drawnTokens() + other.drawnTokens(),
        one.adaptive().orElseThrow().plus(other.adaptive().orElseThrow()));
  }

  /** The models are the caller's. */
  @Override
  public void close() {}
}
