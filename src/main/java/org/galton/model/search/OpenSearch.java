package org.galton.model.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.search.Child;
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
  private List<Wish<DrawnPath>> wishes;
  private Outcome[] heard;
  private GenerationFailure failure;
  private long drawnTokens;
  private long verifierCalls;
  private double seconds;

  OpenSearch(
      Request request,
      SearchedPrompt prompt,
      Search<DrawnPath> search,
      int maxTokens,
      int contextLength) {
    this.request = request;
    this.prompt = prompt;
    this.search = search;
    this.maxTokens = maxTokens;
    this.contextLength = contextLength;
    wish();
  }

  private void wish() {
    wishes = search.wishes();
    heard = new Outcome[wishes.size()];
  }

  Request request() {
    return request;
  }

  List<Wish<DrawnPath>> wishes() {
    return wishes;
  }

  boolean isOver() {
    return failure != null || wishes.isEmpty();
  }

  void hear(int wish, Outcome outcome) {
    heard[wish] = outcome;
  }

  /** Goes on with what was heard, or ends with the first failure. */
  void advance() {
    List<Child<DrawnPath>> children = new ArrayList<>(heard.length);
    for (int i = 0; i < heard.length; i++) {
      if (heard[i] instanceof Completion block) {
        drawnTokens += block.completionTokens();
        seconds += block.seconds();
        children.add(child(wishes.get(i).from(), block));
      } else if (heard[i] instanceof GenerationFailure failed) {
        failure = new GenerationFailure(request, "block of a search: " + failed.reason());
        return;
      } else {
        throw new IllegalStateException(
            "Cannot go on with a search: the model answered %d of %d requests"
                .formatted(Arrays.stream(heard).filter(o -> o != null).count(), heard.length));
      }
    }
    search.hear(children);
    wish();
  }

  private Child<DrawnPath> child(DrawnPath from, Completion block) {
    if (!block.tokens().isKnown()) {
      throw new InvalidInput(
          "Cannot search with a model that tells texts only: expected Galton's own decoder; name a checkpoint's folder or a builtin: model");
    }
    DrawnPath path = from.plus(block);
    if (block.finish() == Completion.Finish.STOP) {
      verifierCalls++;
      double verdict = prompt.verdicts().applyAsDouble(path.text());
      return new Child<>(path, checked("verdict", verdict, path), true);
    }
    if (path.length() >= maxTokens || block.promptTokens() + path.length() >= contextLength) {
      // Cut at a limit it is wrong, whatever it holds.
      return new Child<>(path, 0, true);
    }
    verifierCalls++;
    return new Child<>(path, checked("value", prompt.values().value(path.text()), path), false);
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
    return new SearchReport(end.kind(), end.counts(), drawnTokens, verifierCalls);
  }

  boolean isFailed() {
    return failure != null;
  }
}
