package org.galton.model.scripted;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.galton.game.Marks;
import org.galton.game.player.Player;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * Answers lines of {@link Marks} as a player's rules say. A request's seed decides what its player
 * leaves to chance; the sampling makes no difference. A token is a character.
 */
final class ScriptedPlayer implements LanguageModel {
  private final ModelCard card;
  private final Player player;

  ScriptedPlayer(ModelCard card, Player player) {
    this.card = card;
    this.player = player;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    requests.forEachRemaining(request -> sink.accept(outcome(request)));
  }

  private Outcome outcome(Request request) {
    String text = request.prompt() instanceof ModelPrompt.Raw raw ? raw.text() : "";
    Optional<Marks> marks = Marks.read(text);
    if (marks.isEmpty()) {
      return new GenerationFailure(
          request,
          "%s reads only lines such as 'a+-- 25 >': expected a task of kind group-search with style marks"
              .formatted(card.name()));
    }
    String guess = Integer.toString(player.guess(marks.get(), request.seed()));
    return new Completion(
        request,
        guess,
        Completion.Finish.STOP,
        text.length(),
        guess.length() + Marks.ANSWER_END.length(),
        Double.NaN,
        Double.NaN,
        0);
  }

  @Override
  public void close() {}
}
