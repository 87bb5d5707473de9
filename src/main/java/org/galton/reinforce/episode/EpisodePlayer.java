package org.galton.reinforce.episode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.episode.EpisodeModel;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.task.Environment;
import org.galton.task.Prompt;

/**
 * Plays episodes as a sweep does, and keeps what the policy drew in every turn that it learns from:
 * of a team in those of the planner.
 */
public final class EpisodePlayer {
  private final LanguageModel policy;
  private final Environment task;
  private final Partners partners;

  /**
   * @param policy whose completions tell their tokens; stays the caller's to close
   */
  public EpisodePlayer(LanguageModel policy, Environment task, Partners partners) {
    this.policy = policy;
    this.task = task;
    this.partners = partners;
  }

  /**
   * An episode that is wanted.
   *
   * @param seed of the rollout
   */
  public record Wanted(Prompt prompt, long seed) {}

  /**
   * What became of an episode.
   *
   * @param outcome its transcript as a completion
   * @param turns what the policy was asked and what it drew; none where a turn failed
   */
  public record Drawn(Outcome outcome, List<TokenTrace> turns) {
    public Drawn {
      turns = List.copyOf(turns);
    }
  }

  /** All of them side by side, in the order in which they are wanted. */
  public List<Drawn> play(List<Wanted> wanted, Sampling sampling) {
    List<Request> games = new ArrayList<>();
    List<List<TokenTrace>> turns = new ArrayList<>();
    for (Wanted one : wanted) {
      games.add(new Request(games.size(), one.prompt().text(), one.seed()));
      turns.add(new ArrayList<>());
    }
    Outcome[] outcomes = new Outcome[games.size()];
    Listener listener = new Listener(turns);
    new EpisodeModel(
            listener,
            game -> task.start(wanted.get((int) game.id()).prompt(), game.seed()),
            task.answerEnds(),
            ModelPrompt.Raw::new,
            listener::asked)
        .with(partners.of(task, policy))
        .generate(
            games.iterator(),
            sampling,
            outcome -> outcomes[(int) outcome.request().id()] = outcome);
    List<Drawn> drawn = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      drawn.add(
          new Drawn(outcomes[i], outcomes[i] instanceof Completion ? turns.get(i) : List.of()));
    }
    return drawn;
  }

  /** The policy, with a note of each turn under the number of its game. */
  private final class Listener implements LanguageModel {
    private final List<List<TokenTrace>> turns;
    private final Map<Long, Integer> games = new HashMap<>();

    Listener(List<List<TokenTrace>> turns) {
      this.turns = turns;
    }

    /** Turns of a round have numbers of their own, before any of them is drawn. */
    void asked(Request game, Request turn) {
      games.put(turn.id(), (int) game.id());
    }

    @Override
    public ModelCard card() {
      return policy.card();
    }

    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      policy.generate(
          requests,
          sampling,
          outcome -> {
            if (outcome instanceof Completion answer) {
              turns
                  .get(games.get(outcome.request().id()))
                  .add(TokenTrace.of(outcome.request(), answer.tokens()));
            }
            sink.accept(outcome);
          });
    }

    @Override
    public void close() {}
  }
}
