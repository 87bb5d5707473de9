package org.example;

import java.util.Iterator;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/** A model: it answers the first word of a prompt, forward or backward. A token is a character. */
record Echo(ModelCard card, boolean backward) implements LanguageModel {
  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    requests.forEachRemaining(request -> sink.accept(outcome(request, sampling.maxTokens())));
  }

  private Outcome outcome(Request request, int most) {
    if (!(request.prompt() instanceof ModelPrompt.Raw raw)) {
      return new GenerationFailure(request, card.name() + " answers no chats");
    }
    String word = raw.text().split("\\s", 2)[0];
    String whole = backward ? new StringBuilder(word).reverse().toString() : word;
    String text = whole.substring(0, Math.min(most, whole.length()));
    return new Completion(
        request,
        text,
        text.length() < whole.length() ? Completion.Finish.LENGTH : Completion.Finish.STOP,
        raw.text().length(),
        text.length(),
        Double.NaN, // It knows no probabilities.
        Double.NaN,
        0);
  }

  @Override
  public void close() {}
}
