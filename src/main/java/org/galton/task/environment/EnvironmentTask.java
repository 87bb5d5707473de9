package org.galton.task.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.galton.environment.EpisodeRules;
import org.galton.environment.EpisodeTranscript;
import org.galton.environment.Play;
import org.galton.environment.Policy;
import org.galton.environment.TurnForm;
import org.galton.game.Position;
import org.galton.task.Environment;
import org.galton.task.IndexedStream;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable;
import org.galton.task.Verdict;

/**
 * Episodes of an environment. A prompt is an episode by its seed; the completion is its transcript,
 * right if the goal was reached, with the discounted return from the first turn as its reward, held
 * within [0, 1].
 */
public final class EnvironmentTask implements Environment, Trainable {
  public static final String NAME = "environment";

  private static final Verdict NO_EPISODE = new Verdict("", false, false, 0);

  private final String name;
  private final EpisodeOptions options;

  public EnvironmentTask(String name, EpisodeOptions options) {
    this.name = name;
    this.options = options;
  }

  @Override
  public String name() {
    return name;
  }

  public EpisodeOptions options() {
    return options;
  }

  private EpisodeRules rules() {
    return options.rules();
  }

  /** The same seeds in the same order for every environment, style and history. */
  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return new SeededPrompts(name, options.environment(), options::text).of(split, count, seed);
  }

  /** Leaves nothing to chance. */
  @Override
  public Position start(Prompt prompt, long seed) {
    return rules().start(Long.parseLong(prompt.reference()));
  }

  @Override
  public int mostTurns() {
    return rules().environment().turnLimit();
  }

  @Override
  public List<String> answerEnds() {
    return rules().answerEnds();
  }

  /** The episode that a completion tells; empty where it is none of this prompt. */
  public Optional<Play> episode(Prompt prompt, String completion) {
    return EpisodeTranscript.read(completion, rules(), Long.parseLong(prompt.reference()));
  }

  @Override
  public String scorer() {
    return "environment/1"
        + (options.discount() == 1 ? "" : "{discount=" + options.discount() + "}");
  }

  /** The answer is the last action; there is none after a format error. */
  @Override
  public Verdict verify(Prompt prompt, String completion) {
    return episode(prompt, completion).map(this::verdict).orElse(NO_EPISODE);
  }

  private Verdict verdict(Play play) {
    boolean won = play.state().won();
    String answer =
        play.state().formatError()
            ? ""
            : play.played().get(play.played().size() - 1).action().orElse("");
    double reward = play.discountedReturn(options.discount());
    return new Verdict(answer, won, false, Math.max(0, Math.min(1, reward)));
  }

  /** A turn of the teacher in one of its own episodes, whose turns are texts. */
  @Override
  public WorkedExample example(long seed, long index) {
    IndexedStream draws = new IndexedStream(seed, NAME + " example", index);
    Play play = options.withTurns(TurnForm.TEXT).rules().start(draws.next() >>> 1);
    Policy teacher = options.examples().of(rules().environment());
    List<WorkedExample> turns = new ArrayList<>();
    while (!play.over()) {
      String action =
          teacher.action(
              play.state().world().marks(), Policy.chance(play.seed(), play.played().size()));
      String answer = rules().answer(action);
      turns.add(new WorkedExample(play.turns().get(0), answer));
      play = play.after(List.of(answer));
    }
    return turns.get(draws.below(turns.size()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EnvironmentTask task
        && name.equals(task.name)
        && options.equals(task.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, options);
  }
}
