package org.galton.job;

import java.util.Iterator;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.galton.game.letters.Rambling;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;

/** Walks as {@link Rambling} says, but for one answer in eight, which is no word. */
public record RamblingModel(ModelCard card) implements LanguageModel {

  /** Loads it under any name. */
  public record Loader() implements ModelLoader {
    @Override
    public ModelCard card(String source) {
      return new ModelCard(source, source, 0, 100, OptionalLong.empty(), OptionalDouble.empty());
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      return new RamblingModel(card(source));
    }
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    requests.forEachRemaining(
        request ->
            sink.accept(
                new Completion(
                    request, answer(request), Completion.Finish.STOP, 7, 9, -4, 0.5, 0.001)));
  }

  private static String answer(Request request) {
    if (Uniforms.at(request.seed(), 0) < 0.125) {
      return "\"I cannot\"\n";
    }
    String question = ((ModelPrompt.Raw) request.prompt()).text();
    int from = Rambling.words().indexOf(question.substring(0, question.length() - 1));
    return Rambling.words().get(Rambling.next(from, Uniforms.at(request.seed(), 1)));
  }

  @Override
  public void close() {}
}
