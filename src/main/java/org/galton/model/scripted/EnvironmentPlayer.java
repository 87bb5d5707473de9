package org.galton.model.scripted;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.galton.environment.Environment;
import org.galton.environment.MarkedTurn;
import org.galton.environment.Policy;
import org.galton.environment.suite.Environments;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.numerics.SplitMix64;

/**
 * Answers lines of {@link MarkedTurn} as a policy of their environment says. A request's seed
 * decides what the policy leaves to chance; the sampling makes no difference. A token is a
 * character.
 */
final class EnvironmentPlayer implements LanguageModel {
  private final ModelCard card;
  private final Function<Environment, Policy> policy;

  EnvironmentPlayer(ModelCard card, Function<Environment, Policy> policy) {
    this.card = card;
    this.policy = policy;
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
    Optional<MarkedTurn> turn = MarkedTurn.read(text);
    Optional<Environment> environment =
        turn.map(MarkedTurn::environment).flatMap(Environments::named);
    if (environment.isEmpty()) {
      return new GenerationFailure(
          request,
          "%s reads only lines such as 'guess-the-number/easy 5<=': expected a task of kind environment with style marks"
              .formatted(card.name()));
    }
    String action =
        policy.apply(environment.get()).action(turn.get().marks(), new SplitMix64(request.seed()));
    return new Completion(
        request,
        action,
        Completion.Finish.STOP,
        text.length(),
        action.length() + 1,
        Double.NaN,
        Double.NaN,
        0);
  }

  @Override
  public void close() {}
}
