package org.galton.job;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.galton.model.ChatSupport;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.SamplingDefaults;
import org.galton.model.source.ModelLoader;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;

/**
 * A model whose text is a function of prompt and seed. It is right about half of the time on
 * prompts such as {@code 3+4=}, and reaches the token limit now and then.
 */
public final class ScriptedModel implements LanguageModel {
  private final Loader loader;
  private final String source;

  private ScriptedModel(Loader loader, String source) {
    this.loader = loader;
    this.source = source;
  }

  /**
   * Loads scripted models; the source names them and is their digest.
   *
   * @param failEvery requests whose seed is a multiple of this fail; 0 for none
   */
  public record Loader(int failEvery) implements ModelLoader {
    public static Loader flawless() {
      return new Loader(0);
    }

    @Override
    public ModelCard card(String source) {
      if (source.startsWith("absent")) {
        throw new InvalidInput("Cannot open model " + source + ": no such folder");
      }
      String digest = source.startsWith("renamed:") ? source.substring(8) : source;
      ModelCard card =
          new ModelCard(
              source, digest, 10, 100, OptionalLong.of(source.length()), OptionalDouble.of(1e9));
      return source.startsWith("tuned") ? tuned(card) : card;
    }

    /** Answers chats that mention no secret, and comes with recommendations. */
    private static ModelCard tuned(ModelCard plain) {
      return new ModelCard(
          plain.name(),
          plain.digest(),
          plain.parameters(),
          plain.contextLength(),
          plain.step(),
          plain.trainingFlops(),
          new SamplingDefaults(
              OptionalDouble.of(0.6),
              OptionalInt.of(20),
              OptionalDouble.of(0.95),
              OptionalDouble.empty(),
              plain.name().endsWith("penalty") ? List.of("repetition_penalty=1.05") : List.of()),
          new ChatSupport() {
            @Override
            public void check(ModelPrompt.Chat chat) {
              if (chat.messages().get(0).content().contains("secret")) {
                throw new InvalidInput("Cannot render the template: it refuses: no secrets");
              }
            }

            @Override
            public String digest() {
              return "template";
            }
          });
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      if (source.startsWith("damaged")) {
        throw new InvalidInput("Cannot open model " + source + ": weights are cut short");
      }
      return new ScriptedModel(this, source);
    }
  }

  @Override
  public ModelCard card() {
    return loader.card(source);
  }

  /** Two requests at a time, and the later of them first. */
  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    while (requests.hasNext()) {
      Request first = requests.next();
      if (requests.hasNext()) {
        sink.accept(outcome(requests.next()));
      }
      sink.accept(outcome(first));
    }
  }

  private Outcome outcome(Request request) {
    if (source.startsWith("crashing")) {
      throw new IllegalStateException("the decoder is out of order");
    }
    if (loader.failEvery() > 0 && Long.remainderUnsigned(request.seed(), loader.failEvery()) == 0) {
      return new GenerationFailure(request, "the server said 503");
    }
    long dice = Math.floorMod(request.seed() >>> 8, 16);
    String[] terms = question(request).replace("=", "").split("\\+", -1);
    int sum = Integer.parseInt(terms[0]) + Integer.parseInt(terms[1]);
    String text =
        dice < 8 ? "so " + sum : dice < 12 ? "so " + (sum + 1) : dice < 14 ? "no idea" : "so so so";
    boolean truncated = dice >= 14;
    return new Completion(
        request,
        text,
        truncated ? Completion.Finish.LENGTH : Completion.Finish.STOP,
        4,
        truncated ? 20 : 2 + (int) dice,
        -0.5 * dice,
        0.25,
        0.001);
  }

  private static String question(Request request) {
    if (request.prompt() instanceof ModelPrompt.Chat chat) {
      return chat.messages().get(chat.messages().size() - 1).content();
    }
    return ((ModelPrompt.Raw) request.prompt()).text();
  }

  @Override
  public void close() {}
}
