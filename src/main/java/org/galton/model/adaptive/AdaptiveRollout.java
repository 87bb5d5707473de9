package org.galton.model.adaptive;

import java.util.List;
import java.util.Optional;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.search.SearchReport;
import org.galton.search.AdaptiveCounts;
import org.galton.search.AnswerVote;
import org.galton.search.SearchCounts;
import org.galton.search.SearchEnd;

/** A rollout in the course of being drawn. */
final class AdaptiveRollout {
  private final Request request;
  private final AdaptivePrompt prompt;
  private Optional<Pilot> pilot = Optional.empty();
  private Outcome outcome;
  private SearchReport report;

  AdaptiveRollout(Request request, AdaptivePrompt prompt) {
    this.request = request;
    this.prompt = prompt;
  }

  Request request() {
    return request;
  }

  AdaptivePrompt prompt() {
    return prompt;
  }

  void goBy(Pilot drawn) {
    pilot = Optional.of(drawn);
    drawn.failure().ifPresent(reason -> fail("a completion of its pilot", reason));
  }

  /** Of its pilot. */
  double spread() {
    return pilot.orElseThrow().spread();
  }

  private void fail(String what, String reason) {
    outcome = new GenerationFailure(request, what + ": " + reason);
  }

  boolean isFailed() {
    return outcome instanceof GenerationFailure;
  }

  /** The one completion is the rollout. */
  void explore(Draws drawn) {
    if (drawn.failure().isPresent()) {
      fail("its completion", drawn.failure().get());
      return;
    }
    Completion only = drawn.completions().get(0);
    end(only, drawn, prompt.answers().apply(only).kind(), new AdaptiveCounts(1, 0, 0, 0, 0, 0));
  }

  /** The rollout is the first candidate with the accepted answer. */
  void vote(AnswerVote rule, Draws drawn) {
    if (drawn.failure().isPresent()) {
      fail("a candidate of its vote", drawn.failure().get());
      return;
    }
    List<ReadAnswer> read = drawn.completions().stream().map(prompt.answers()).toList();
    AnswerVote.Result result = rule.count(read.stream().map(ReadAnswer::answer).toList());
    boolean isDecided = result.accepted().isPresent();
    // Where nothing is accepted, what was drawn last shows where the search was given up.
    int shown = result.accepted().orElse(read.size() - 1);
    end(
        drawn.completions().get(shown),
        drawn,
        isDecided ? read.get(shown).kind() : SearchEnd.Kind.GIVEN_UP,
        new AdaptiveCounts(0, 1, isDecided ? 0 : 1, 0, result.most(), 0));
  }

  private void end(Completion shown, Draws drawn, SearchEnd.Kind kind, AdaptiveCounts way) {
    Draws ofPilot = new Draws(pilot.map(Pilot::take).orElse(List.of()), Optional.empty());
    double spread = pilot.map(Pilot::spread).orElse(0.0);
    long blocks = drawn.completions().size() + (long) ofPilot.completions().size();
    report =
        new SearchReport(
            kind,
            new SearchCounts(1, 0, 0, 0, blocks, kind == SearchEnd.Kind.FOUND ? 1 : 0),
            drawn.tokens() + ofPilot.tokens(),
            way.plus(new AdaptiveCounts(0, 0, 0, spread, 0, ofPilot.tokens())));
    outcome =
        new Completion(
            request,
            shown.text(),
            kind == SearchEnd.Kind.GIVEN_UP ? Completion.Finish.LENGTH : shown.finish(),
            shown.promptTokens(),
            shown.completionTokens(),
            shown.logprobSum(),
            shown.entropyMean(),
            drawn.seconds() + ofPilot.seconds(),
            shown.tokens());
  }

  /** What it has cost; nothing where it failed. */
  Optional<SearchReport> report() {
    return Optional.ofNullable(report);
  }

  Outcome outcome() {
    return outcome;
  }
}
