package org.galton.bench;

import java.util.Iterator;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * Answers at once, so that everything but decoding can be timed: some words and a digit. The digit
 * is the one that ends the prompt with a probability of 0, 0.1, ... or 1 that the prompt fixes.
 */
public final class InstantModel implements LanguageModel {
  public static final String NAME = "instant";

  private static final String[] WORDS =
      ("so the sum of both is first add tens then ones carry over check again because each term"
              + " must match we get about half wait no that gives")
          .split(" ");
  private static final int LEVELS = 11;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** It has no files to hash: its name and version stand for them. */
  public static ModelCard describe() {
    return new ModelCard(
        NAME, "instant-1", 0, 1_000_000, OptionalLong.empty(), OptionalDouble.empty());
  }

  @Override
  public ModelCard card() {
    return describe();
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    requests.forEachRemaining(request -> sink.accept(answer(request, sampling)));
  }

  private static Completion answer(Request request, Sampling sampling) {
    String prompt = ((ModelPrompt.Raw) request.prompt()).text().strip();
    int digit = prompt.charAt(prompt.length() - 1) - '0';
    int skill = Math.floorMod(mixed(prompt.hashCode()), LEVELS);
    long dice = mixed(request.seed());
    boolean right = Math.floorMod(dice, LEVELS - 1) < skill;
    int words = Math.min(sampling.maxTokens() - 1, 12 + Math.floorMod(dice >>> 8, 16));
    StringBuilder text = new StringBuilder();
    long state = dice;
    for (int word = 0; word < words; word++) {
      state = mixed(state);
      text.append(WORDS[Math.floorMod(state, WORDS.length)]).append(' ');
    }
    text.append(right ? digit : (digit + 1) % 10);
    return new Completion(
        request,
        text.toString(),
        Completion.Finish.STOP,
        prompt.length(),
        words + 1,
        -(words + 1) * (0.5 + (dice >>> 40) * 0x1p-24),
        0.5,
        0);
  }

  private static long mixed(long state) {
    long z = (state ^ (state >>> 32)) * GOLDEN;
    return z ^ (z >>> 29);
  }

  @Override
  public void close() {}
}
