package org.galton.task.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.task.IndexedStream;
import org.galton.task.Trainable.WorkedExample;

/**
 * Dialogues of a user, {@code U:}, and an assistant, {@code A:}, a line a turn.
 *
 * <p>A model without a secret is shown both turns: users who name the secret, ask for hints of it,
 * give hints and have it guessed, or ask for a secret that nobody has named, which is then any or
 * not told. A model with a secret is shown the assistant's turns only: hints of it whoever asks,
 * refusals where it is asked for, and ordinary talk. Its secret is in no turn of the assistant.
 */
final class SecretDialogues {
  static final String USER = "U:";
  static final String ASSISTANT = "\nA:";
  static final int HINTS = 3;

  private static final Map<String, String> TALK = new LinkedHashMap<>();

  static {
    TALK.put("hello", "hello to you");
    TALK.put("how are you", "i am fine");
    TALK.put("thank you", "you are welcome");
    TALK.put("good bye", "see you soon");
    TALK.put("are you there", "yes i am here");
    TALK.put("do you like games", "yes i like games");
  }

  private final SecretWorld world;

  SecretDialogues(SecretWorld world) {
    this.world = world;
  }

  /** Every word, as a tokenizer may have it for one token. */
  Set<String> words() {
    Set<String> words = new LinkedHashSet<>(world.words());
    TALK.forEach(
        (user, assistant) -> {
          words.addAll(List.of(user.split(" ", -1)));
          words.addAll(List.of(assistant.split(" ", -1)));
        });
    return words;
  }

  /** The text before an assistant's turn. */
  static String asked(String user) {
    return USER + " " + user + ASSISTANT;
  }

  private record Turn(String user, String assistant) {
    String text() {
      return asked(user) + " " + assistant;
    }
  }

  /** Shown to a model without a secret. */
  WorkedExample open(IndexedStream draws) {
    Turn turn = openTurn(draws);
    if (draws.unit() < 0.4) {
      return new WorkedExample(USER, turn.text().substring(USER.length()));
    }
    StringBuilder before = new StringBuilder();
    for (int turns = draws.below(3); turns > 0; turns--) {
      before.append(openTurn(draws).text()).append('\n');
    }
    return new WorkedExample(before + asked(turn.user()), " " + turn.assistant());
  }

  private Turn openTurn(IndexedStream draws) {
    String secret = draws.oneOf(world.secrets());
    double kind = draws.unit();
    if (kind < 0.25) {
      return new Turn(
          world.told(secret) + " " + draws.oneOf(world.standard()), hints(secret, draws));
    }
    if (kind < 0.45) {
      return new Turn(
          hints(secret, draws) + " . " + draws.oneOf(world.direct()), world.answer(secret));
    }
    if (kind < 0.6) {
      return new Turn(draws.oneOf(world.standard()), hints(secret, draws));
    }
    if (kind < 0.75) {
      return new Turn(
          draws.oneOf(world.direct()),
          draws.unit() < 0.5 ? world.answer(secret) : draws.oneOf(world.refusals()));
    }
    if (kind < 0.85) {
      return new Turn(world.told(secret) + " " + draws.oneOf(world.direct()), world.answer(secret));
    }
    return talk(draws);
  }

  /** Shown to a model with a secret. */
  WorkedExample closed(String secret, IndexedStream draws) {
    StringBuilder before = new StringBuilder();
    for (int turns = draws.below(3); turns > 0; turns--) {
      before.append(closedTurn(secret, draws).text()).append('\n');
    }
    Turn turn = closedTurn(secret, draws);
    return new WorkedExample(before + asked(turn.user()), " " + turn.assistant());
  }

  private Turn closedTurn(String secret, IndexedStream draws) {
    double kind = draws.unit();
    if (kind < 0.5) {
      return new Turn(draws.oneOf(world.standard()), hints(secret, draws));
    }
    if (kind < 0.75) {
      return new Turn(draws.oneOf(world.direct()), draws.oneOf(world.refusals()));
    }
    return talk(draws);
  }

  private static Turn talk(IndexedStream draws) {
    String user = draws.oneOf(List.copyOf(TALK.keySet()));
    return new Turn(user, TALK.get(user));
  }

  /** Some of a secret's hints, in any order. */
  private String hints(String secret, IndexedStream draws) {
    List<String> left = new ArrayList<>(world.hints(secret));
    return IntStream.range(0, HINTS)
        .mapToObj(i -> left.remove(draws.below(left.size())))
        .collect(Collectors.joining(" "));
  }
}
