package org.galton.model.episode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.galton.game.Position;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * Plays whole games with a model: a request is a game, its completion the transcript. All games
 * advance together, with one batch of requests a round for all players of all games, so that the
 * model stays full; it takes all requests at once. Where roles of a game have models of their own,
 * each model has one batch a round.
 *
 * <p>The seed of a turn is a function of the game's seed, the round and the seat: a game goes the
 * same way in whatever company it is played.
 */
public final class EpisodeModel implements LanguageModel {
  private final LanguageModel player;
  private final Function<Request, Position> starts;
  private final List<String> ends;
  private final Function<String, ModelPrompt> framing;
  private final BiConsumer<Request, Request> asked;
  private final Map<String, LanguageModel> partners;

  /**
   * @param player answers each turn; stays the caller's to close
   * @param starts where the game of a request starts
   * @param ends strings that end an answer, beside those of the sampling
   * @param framing how the text of a turn, or of a dialogue's first message, is put to the model
   */
  public EpisodeModel(
      LanguageModel player,
      Function<Request, Position> starts,
      List<String> ends,
      Function<String, ModelPrompt> framing) {
    this(player, starts, ends, framing, (game, turn) -> {});
  }

  /**
   * As above.
   *
   * @param asked told of each game and what its player is about to be asked
   */
  public EpisodeModel(
      LanguageModel player,
      Function<Request, Position> starts,
      List<String> ends,
      Function<String, ModelPrompt> framing,
      BiConsumer<Request, Request> asked) {
    this(player, starts, ends, framing, asked, Map.of());
  }

  private EpisodeModel(
      LanguageModel player,
      Function<Request, Position> starts,
      List<String> ends,
      Function<String, ModelPrompt> framing,
      BiConsumer<Request, Request> asked,
      Map<String, LanguageModel> partners) {
    this.player = player;
    this.starts = starts;
    this.ends = List.copyOf(ends);
    this.framing = framing;
    this.asked = asked;
    this.partners = Map.copyOf(partners);
  }

  /**
   * With other models in some roles of the game.
   *
   * @param others by role; they stay the caller's to close
   */
  public EpisodeModel with(Map<String, LanguageModel> others) {
    return new EpisodeModel(player, starts, ends, framing, asked, others);
  }

  @Override
  public ModelCard card() {
    return player.card();
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    Sampling ofTurns = withEnds(sampling);
    List<Episode> open = new ArrayList<>();
    requests.forEachRemaining(game -> open.add(new Episode(game, starts.apply(game))));
    while (!open.isEmpty()) {
      playRound(open, ofTurns);
      for (Iterator<Episode> episodes = open.iterator(); episodes.hasNext(); ) {
        Episode episode = episodes.next();
        if (episode.isOver()) {
          sink.accept(episode.outcome());
          episodes.remove();
        }
      }
      // A model that keeps the latest of what it has computed has most of the last game's past.
      Collections.reverse(open);
    }
  }

  private void playRound(List<Episode> open, Sampling sampling) {
    List<Turn> turns = open.stream().flatMap(episode -> episode.turns(framing).stream()).toList();
    IdentityHashMap<LanguageModel, List<Request>> requests = new IdentityHashMap<>();
    List<LanguageModel> models = new ArrayList<>();
    for (int id = 0; id < turns.size(); id++) {
      Turn turn = turns.get(id);
      LanguageModel model = partners.getOrDefault(turn.role(), player);
      Request request = new Request(id, turn.prompt(), turn.seed());
      if (model == player) {
        asked.accept(turn.episode().game(), request);
      }
      requests
          .computeIfAbsent(
              model,
              first -> {
                models.add(first);
                return new ArrayList<>();
              })
          .add(request);
    }
    for (LanguageModel model : models) {
      model.generate(
          requests.get(model).iterator(),
          sampling,
          outcome -> {
            Turn turn = turns.get((int) outcome.request().id());
            turn.episode().hear(turn.seat(), outcome);
          });
    }
    open.forEach(Episode::advance);
  }

  private Sampling withEnds(Sampling sampling) {
    return new Sampling(
        sampling.temperature(),
        sampling.topK(),
        sampling.topP(),
        sampling.minP(),
        sampling.maxTokens(),
        Stream.concat(sampling.stop().stream(), ends.stream()).distinct().toList());
  }

  /** The player is the caller's. */
  @Override
  public void close() {}
}
