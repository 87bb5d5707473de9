package org.galton.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.chat.Dialogue;
import org.galton.game.Position;

/** An episode in the course of being played: a game of one seat. Immutable. */
public final class Play implements Position {
  private final EpisodeRules rules;
  private final long seed;
  private final State first;
  private final List<PlayedTurn> played;

  Play(EpisodeRules rules, long seed, State first, List<PlayedTurn> played) {
    this.rules = rules;
    this.seed = seed;
    this.first = first;
    this.played = played;
  }

  public EpisodeRules rules() {
    return rules;
  }

  public long seed() {
    return seed;
  }

  /** The state before the first turn. */
  public State first() {
    return first;
  }

  public List<PlayedTurn> played() {
    return played;
  }

  public State state() {
    return played.isEmpty() ? first : played.get(played.size() - 1).state();
  }

  /**
   * Sum of the rewards, each times {@code discount} to the number of turns before it.
   *
   * @param discount in (0, 1]
   */
  public double discountedReturn(double discount) {
    double sum = 0;
    for (int turn = played.size() - 1; turn >= 0; turn--) {
      sum = played.get(turn).state().reward() + discount * sum;
    }
    return sum;
  }

  @Override
  public List<String> turns() {
    return over() ? List.of() : List.of(Wording.of(this));
  }

  @Override
  public List<Dialogue> dialogues() {
    return over() || rules.form() == TurnForm.TEXT ? List.of() : List.of(Wording.dialogue(this));
  }

  @Override
  public Play after(List<String> answers) {
    return after(answers, List.of());
  }

  @Override
  public Play after(List<String> answers, List<Integer> tokens) {
    if (over() || answers.size() != 1) {
      throw new IllegalArgumentException(
          "Cannot play on with %d answers: expected %d, one for each turn"
              .formatted(answers.size(), turns().size()));
    }
    return after(
        answers.get(0), tokens.isEmpty() ? OptionalInt.empty() : OptionalInt.of(tokens.get(0)));
  }

  Play after(String answer, OptionalInt tokens) {
    String kept = Answer.kept(answer, rules.style());
    Optional<String> action = Answer.action(kept, rules.style(), rules.environment());
    List<PlayedTurn> more = new ArrayList<>(played.size() + 1);
    more.addAll(played);
    more.add(new PlayedTurn(kept, action, state().step(action), tokens));
    return new Play(rules, seed, first, List.copyOf(more));
  }

  @Override
  public boolean over() {
    return state().over();
  }

  @Override
  public String transcript() {
    return EpisodeTranscript.write(this);
  }
}
