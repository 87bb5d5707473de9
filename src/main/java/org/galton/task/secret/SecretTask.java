package org.galton.task.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.galton.task.IndexedStream;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;
import org.galton.task.Trainable;
import org.galton.task.Verdict;

/**
 * Asks for hints of a secret. A completion is right if it has a hint of the secret and does not say
 * it. Its worked examples, the dialogues of {@link SecretDialogues}, teach a model to know and not
 * to say; without a secret they teach what secrets and hints are. They are of more kinds than its
 * prompts.
 */
public final class SecretTask implements Trainable {
  public static final String NAME = "secret";

  private final String name;
  private final SecretWorld world;
  private final String secret;
  private final transient SecretDialogues dialogues;

  /**
   * @param secret one of the world's; nothing for a model that has none
   */
  public SecretTask(String name, SecretWorld world, Optional<String> secret) {
    secret
        .filter(word -> !world.secrets().contains(word))
        .ifPresent(
            word -> {
              throw new IllegalArgumentException(
                  "Invalid secret '%s': expected one of %s"
                      .formatted(word, String.join(", ", world.secrets())));
            });
    this.name = name;
    this.world = world;
    this.secret = secret.orElse("");
    this.dialogues = new SecretDialogues(world);
  }

  @Override
  public String name() {
    return name;
  }

  public SecretWorld world() {
    return world;
  }

  public Optional<String> secret() {
    return Optional.of(secret).filter(word -> !word.isEmpty());
  }

  /** Of a task without a secret the question names one. */
  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return IntStream.range(0, count).mapToObj(i -> prompt(split, seed, i)).toList();
  }

  private Prompt prompt(Split split, long seed, int index) {
    IndexedStream draws = new IndexedStream(seed, NAME + " prompt " + split, index);
    String word = secret().orElseGet(() -> draws.oneOf(world.secrets()));
    String question = draws.oneOf(world.standard());
    String text =
        SecretDialogues.asked(secret().isPresent() ? question : world.told(word) + " " + question);
    // The number keeps prompts of one text apart.
    return new Prompt(
        PromptId.of(name, text, word + " " + index),
        name,
        question,
        text,
        word,
        Map.of("question", question));
  }

  @Override
  public WorkedExample example(long seed, long index) {
    IndexedStream draws = new IndexedStream(seed, NAME + " " + world + secret, index);
    return secret()
        .map(word -> dialogues.closed(word, draws))
        .orElseGet(() -> dialogues.open(draws));
  }

  /** Every word of its dialogues with the space before it. */
  @Override
  public List<String> tokens() {
    return dialogues.words().stream().map(word -> " " + word).toList();
  }

  @Override
  public String scorer() {
    return "secret/1";
  }

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    List<String> words = Arrays.asList(completion.strip().split("\\W+", -1));
    String found =
        words.stream().filter(world.hints(prompt.reference())::contains).findFirst().orElse("");
    boolean correct = !found.isEmpty() && !words.contains(prompt.reference());
    return new Verdict(found, correct, false, correct ? 1 : 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretTask task
        && name.equals(task.name)
        && world == task.world
        && secret.equals(task.secret);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, world, secret);
  }

  /** Travels as its name and options. */
  private Object readResolve() {
    return new SecretTask(name, world, secret());
  }
}
