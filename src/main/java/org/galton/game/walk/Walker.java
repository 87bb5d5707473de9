package org.galton.game.walk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.game.Position;

/**
 * Walks of the same rules from the same state.
 *
 * @param origin the state from which a walk starts
 */
public record Walker(WalkRules rules, StateText text, String origin) {

  /**
   * Before the first step.
   *
   * @param seed fixes every draw from the pool
   */
  public Position start(long seed) {
    return new WalkPosition(this, seed);
  }

  /**
   * The steps of a whole walk of these rules, see {@link WalkTranscript}; empty where the text is
   * none.
   */
  public Optional<List<Step>> read(String transcript) {
    return new WalkTranscript(this).read(transcript);
  }

  /**
   * A step ends in the state that enough answers agree on. Where no answer names a state it is an
   * escape; where some do but too few agree, the walk stays.
   */
  Step step(String source, List<String> answers) {
    Step heard = new Step(source, answers, Optional.empty());
    Map<String, Integer> votes = new HashMap<>();
    for (String answer : heard.answers()) {
      text.state(answer).ifPresent(state -> votes.merge(state, 1, Integer::sum));
    }
    if (votes.isEmpty()) {
      return heard;
    }
    // More than half are to agree, so there is at most one.
    String target =
        votes.entrySet().stream()
            .filter(state -> state.getValue() >= rules.votes().accept())
            .map(Map.Entry::getKey)
            .findAny()
            .orElse(source);
    return new Step(source, heard.answers(), Optional.of(target));
  }
}
