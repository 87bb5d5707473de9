package org.galton.model.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private final Map<Integer, PartialValue> values = new HashMap<>();
  private GenerationFailure failure;
  private long drawnTokens;
  private long verifierCalls;
  private long verdictNanoseconds;
  private double seconds;
  private PartialValue.Cost valueCost = PartialValue.Cost.NOTHING;

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
    values.clear();
    return wishes;
  }

  Request request() {
    return request;
  }

  void hear(int wish, Outcome outcome) {
    heard[wish] = outcome;
  }

  /** The blocks of a round whose values are asked for, by their numbers among the wishes. */
  Map<Integer, PartialCompletion> unvalued() {
    Map<Integer, PartialCompletion> unvalued = new TreeMap<>();
    for (int i = 0; usesValues && i < heard.length && heard[i] instanceof Completion block; i++) {
      DrawnPath path = path(wishes.get(i).from(), block);
      if (block.finish() != Completion.Finish.STOP && !isCut(path)) {
        unvalued.put(i, new PartialCompletion(prompt, path.text(), path.tokens()));
      }
    }
    return unvalued;
  }

  void hear(int wish, PartialValue value) {
    values.put(wish, value);
    valueCost = valueCost.plus(value.cost());
  }

  /**
   * Goes on with what was heard, or ends with a failure where a block that it needs has failed, or
   * its value is missing.
   */
  void advance() {
    List<Child<DrawnPath>> children = new ArrayList<>(heard.length);
    while (children.size() < heard.length
        && heard[children.size()] instanceof Completion block
        && !(values.get(children.size()) instanceof PartialValue.Missing)) {
      children.add(child(children.size(), block));
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
    if (values.get(0) instanceof PartialValue.Missing missing) {
      return new GenerationFailure(request, "a value of its search: " + missing.reason());
    }
    if (outcome instanceof GenerationFailure failed) {
      return new GenerationFailure(request, "a block of its search: " + failed.reason());
    }
    throw new IllegalStateException("Cannot go on with a search: the model answered nothing");
  }

  private static DrawnPath path(DrawnPath from, Completion block) {
    if (!block.tokens().isKnown()) {
      throw new InvalidInput(
          "Cannot search with a model that tells texts only: expected Galton's own decoder; name a checkpoint's folder or a builtin: model");
    }
    return from.plus(block);
  }

  private Child<DrawnPath> child(int number, Completion block) {
    DrawnPath path = path(wishes.get(number).from(), block);
    boolean isCut = isCut(path);
    DrawnBlock drawn = new DrawnBlock(block.completionTokens(), block.entropyMean(), isCut);
    if (isCut) {
      // It is wrong, whatever it holds.
      return new Child<>(path, 0, true, drawn);
    }
    return block.finish() == Completion.Finish.STOP
        ? new Child<>(path, checked("verdict", verdict(path.text()), path), true, drawn)
        : new Child<>(path, checked("value", value(number), path), false, drawn);
  }

  /** Of a search that goes by verdicts alone each block promises as much. */
  private double value(int number) {
    return values.get(number) instanceof PartialValue.Known known ? known.value() : 1;
  }

  /** Whether a path has come to the token limit or the end of the context, and to no end. */
  private boolean isCut(DrawnPath path) {
    return path.block().finish() == Completion.Finish.LENGTH
        && (path.length() >= maxTokens
            || path.block().promptTokens() + path.length() >= contextLength);
  }

  private double verdict(String text) {
    long began = System.nanoTime();
    double verdict = prompt.verdicts().applyAsDouble(text);
    verdictNanoseconds += System.nanoTime() - began;
    return verdict;
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
    return end.state().completion(request, finish(end), seconds + valueCost.seconds());
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
        verdictNanoseconds / 1e9,
        valueCost,
        DrawnNodes.of(search.nodes()),
        Optional.empty());
  }

  boolean isFailed() {
    return failure != null;
  }
}
