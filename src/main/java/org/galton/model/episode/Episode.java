package org.galton.model.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.galton.game.Position;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Uniforms;

/** A game in the course of being played. */
final class Episode {
  private final Request game;
  private Position position;
  private int round = 1;
  private Outcome[] heard = new Outcome[0];
  private GenerationFailure failure;
  private int promptTokens;
  private int completionTokens;
  private double logprobSum;
  private double entropySum;
  private double seconds;

  Episode(Request game, Position start) {
    this.game = game;
    this.position = start;
  }

  Request game() {
    return game;
  }

  List<Turn> turns(Function<String, ModelPrompt> framing) {
    List<ModelPrompt> prompts = TurnPrompts.of(position, framing);
    List<String> roles = position.roles();
    long seed = Uniforms.seed(game.seed(), round);
    List<Turn> turns = new ArrayList<>(prompts.size());
    for (int seat = 0; seat < prompts.size(); seat++) {
      turns.add(
          new Turn(
              this,
              seat,
              roles.isEmpty() ? "" : roles.get(seat),
              prompts.get(seat),
              Uniforms.seed(seed, seat)));
    }
    heard = new Outcome[prompts.size()];
    return turns;
  }

  void hear(int seat, Outcome outcome) {
    heard[seat] = outcome;
  }

  /** Goes on to the next round, or ends with the first failure by seat. */
  void advance() {
    List<String> answers = new ArrayList<>(heard.length);
    List<Integer> tokens = new ArrayList<>(heard.length);
    for (int seat = 0; seat < heard.length; seat++) {
      if (heard[seat] instanceof Completion answer) {
        answers.add(answer.text());
        if (answer.completionTokens() != Completion.UNKNOWN) {
          tokens.add(answer.completionTokens());
        }
        count(answer);
      } else if (heard[seat] instanceof GenerationFailure failed) {
        failure =
            new GenerationFailure(
                game, "round %d, %s: %s".formatted(round, player(seat), failed.reason()));
        return;
      } else {
        throw new IllegalStateException(
            "Cannot go on with round %d: the model did not answer %s"
                .formatted(round, player(seat)));
      }
    }
    position = position.after(answers, tokens.size() == answers.size() ? tokens : List.of());
    round++;
  }

  private String player(int seat) {
    List<String> roles = position.roles();
    return roles.isEmpty() ? "player " + (seat + 1) : roles.get(seat);
  }

  private void count(Completion answer) {
    promptTokens = sum(promptTokens, answer.promptTokens());
    completionTokens = sum(completionTokens, answer.completionTokens());
    logprobSum += answer.logprobSum();
    entropySum += answer.entropyMean() * answer.countedTokens();
    seconds += answer.seconds();
  }

  private static int sum(int tokens, int more) {
    return tokens == Completion.UNKNOWN || more == Completion.UNKNOWN
        ? Completion.UNKNOWN
        : tokens + more;
  }

  boolean isOver() {
    return failure != null || position.over();
  }

  /** Tokens, log-probabilities and seconds are sums over all turns. */
  Outcome outcome() {
    if (failure != null) {
      return failure;
    }
    return new Completion(
        game,
        position.transcript(),
        Completion.Finish.STOP,
        promptTokens,
        completionTokens,
        logprobSum,
        completionTokens <= 0 ? 0 : entropySum / completionTokens,
        seconds);
  }
}
