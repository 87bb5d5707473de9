package org.galton.model.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.search.Child;
import org.galton.search.DrawnBlock;
import org.galton.search.Search;
import org.galton.search.SearchEnd;
import org.galton.search.Wish;
import org.galton.spec.InvalidInput;

/** The search of one rollout, with what it has cost. */
final class OpenSearch {
  private final Request request;
  private final SearchedPrompt prompt;
  private final Search<DrawnPath> search;
  private final int maxTokens;
  private final int contextLength;
  private final boolean usesValues;
  private List<Wish<DrawnPath>> wishes;
  private Outcome[] heard;
  private GenerationFailure failure;
  private long drawnTokens;
  private long verifierCalls;
  private long verifierNanoseconds;
  private double seconds;

  OpenSearch(
      Request request,
      SearchedPrompt prompt,
      Search<DrawnPath> search,
      int maxTokens,
      int contextLength,
      boolean usesValues) {
    this.request = request;
    this.prompt = prompt;
    this.search = search;
    this.maxTokens = maxTokens;
    this.contextLength = contextLength;
    this.usesValues = usesValues;
  }

  /**
   * The blocks that it wants next; none once it is over.
   *
   * @param ahead most of those that it may turn out not to need
   */
  List<Wish<DrawnPath>> wish(int ahead) {
    if (failure != null) {
      return List.of();
    }
    wishes = search.wishes(ahead);
    heard = new Outcome[wishes.size()];
    return wishes;
  }

  Request request() {
    return request;
  }

  void hear(int wish, Outcome outcome) {
    heard[wish] = outcome;
  }

  /** Goes on with what was heard, or ends with a failure where a block that it needs has failed. */
  void advance() {
    List<Child<DrawnPath>> children = new ArrayList<>(heard.length);
    while (children.size() < heard.length && heard[children.size()] instanceof Completion block) {
      children.add(child(wishes.get(children.size()).from(), block));
    }
    if (children.isEmpty()) {
      failure = failed(heard[0]);
      return;
    }
    int used = search.hear(children);
    for (Child<DrawnPath> child : children.subList(0, used)) {
      drawnTokens += child.state().block().completionTokens();
      seconds += child.state().block().seconds();
      verifierCalls += isJudged(child) ? 1 : 0;
    }
  }

  private boolean isJudged(Child<DrawnPath> child) {
    return !child.block().cut() && (child.ended() || usesValues);
  }

  private GenerationFailure failed(Outcome outcome) {
    if (outcome instanceof GenerationFailure failed) {
      return new GenerationFailure(request, "a block of its search: " + failed.reason());
    }
    throw new IllegalStateException("Cannot go on with a search: the model answered nothing");
  }

  private Child<DrawnPath> child(DrawnPath from, Completion block) {
    if (!block.tokens().isKnown()) {
      throw new InvalidInput(
          "Cannot search with a model that tells texts only: expected Galton's own decoder; name a checkpoint's folder or a builtin: model");
    }
    DrawnPath path = from.plus(block);
    boolean isCut = isCut(path);
    DrawnBlock drawn = new DrawnBlock(block.completionTokens(), block.entropyMean(), isCut);
    if (isCut) {
      // It is wrong, whatever it holds.
      return new Child<>(path, 0, true, drawn);
    }
    return block.finish() == Completion.Finish.STOP
        ? new Child<>(
            path,
            checked("verdict", timed(prompt.verdicts(), path.text()), path),
            true,
            drawn)
        : new Child<>(
            path, checked("value", timed(prompt.values()::value, path.text()), path), false, drawn);
  }

  /** Whether a path has come to the token limit or the end of the context, and to no end. */
  private boolean isCut(DrawnPath path) {
    return path.block().finish() == Completion.Finish.LENGTH
        && (path.length() >= maxTokens
            || path.block().promptTokens() + path.length() >= contextLength);
  }

  private double timed(ToDoubleFunction<String> verifier, String text) {
    long began = System.nanoTime();
    double answer = verifier.applyAsDouble(text);
    verifierNanoseconds += System.nanoTime() - began;
    return answer;
  }

  private double checked(String what, double value, DrawnPath path) {
    if (value >= 0 && value <= 1) {
      return value;
    }
    throw new InvalidInput(
        "Cannot search completions of %s: the %s of '%s' is %s; expected a number from 0 to 1 of the task's process verifier"
            .formatted(prompt.name(), what, path.text(), value));
  }

  Outcome outcome() {
    if (failure != null) {
      return failure;
    }
    SearchEnd<DrawnPath> end = search.end();
    return end.state().completion(request, finish(end), seconds);
  }

  /** One that was given up counts as one that came to its limit: as wrong, whatever it holds. */
  private static Completion.Finish finish(SearchEnd<DrawnPath> end) {
    return end.kind() == SearchEnd.Kind.GIVEN_UP
        ? Completion.Finish.LENGTH
        : end.state().block().finish();
  }

  /** What a search that did not fail has done. */
  SearchReport report() {
    SearchEnd<DrawnPath> end = search.end();
    return new SearchReport(
        end.kind(),
        end.counts(),
        drawnTokens,
        verifierCalls,
        verifierNanoseconds / 1e9,
        DrawnNodes.of(search.nodes()));
  }

  boolean isFailed() {
    return failure != null;
  }
}
