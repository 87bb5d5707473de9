package org.galton.task.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.galton.game.Position;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Rambling;
import org.galton.game.letters.WordList;
import org.galton.game.walk.Step;
import org.galton.game.walk.WalkRules;
import org.galton.game.walk.Walker;
import org.galton.task.FiniteTask;
import org.galton.task.IndexedStream;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;
import org.galton.task.Trainable;
import org.galton.task.Verdict;
import org.galton.task.Walk;

/**
 * Walks from word to word, all of whose letters come to the same sum (Song and others, arXiv
 * 2512.10047): each step shows the agent one word and asks for another. A prompt is the word where
 * a walk starts; a rollout is one walk, right if it ever gets anywhere, with the share of its steps
 * that ended in another word as its reward.
 *
 * <p>The first prompts are the starts that the options name. Of more, each starts from another word
 * of the list, drawn by the seed.
 */
public final class LetterSumTask implements Walk, FiniteTask, Trainable {
  public static final String NAME = "letter-sum";

  private static final Verdict NO_WALK = new Verdict("", false, false, 0);

  private final String name;
  private final LetterSumOptions options;

  public LetterSumTask(String name, LetterSumOptions options) {
    this.name = name;
    this.options = options;
  }

  @Override
  public String name() {
    return name;
  }

  public LetterSumOptions options() {
    return options;
  }

  @Override
  public WalkRules walkRules() {
    return options.walk();
  }

  /** Most prompts there are: any word of the list may start a walk, if it counts. */
  @Override
  public int mostPrompts() {
    List<String> starts = options.starts();
    return options.words().sum() == WordList.SUM
        ? WordList.words().size() + (int) starts.stream().filter(s -> !WordList.has(s)).count()
        : starts.size();
  }

  /** One from each start that an option names. */
  @Override
  public int usualPrompts() {
    return options.starts().size();
  }

  /**
   * At most {@link #mostPrompts}. Splits differ in the starts that no option names.
   *
   * @throws IllegalArgumentException when asked for more
   */
  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    if (count > mostPrompts()) {
      throw new IllegalArgumentException(
          "Cannot make %d prompts of task %s: there are %d words to start from"
              .formatted(count, name, mostPrompts()));
    }
    List<String> starts = new ArrayList<>(options.starts());
    if (count > starts.size()) {
      List<String> others = new ArrayList<>(WordList.words());
      others.removeAll(starts);
      IndexedStream draws = new IndexedStream(seed, NAME + " " + split.name());
      while (starts.size() < count) {
        int drawn = draws.below(others.size());
        starts.add(others.set(drawn, others.get(others.size() - 1)));
        others.remove(others.size() - 1);
      }
    }
    return starts.subList(0, count).stream().map(this::prompt).toList();
  }

  private Prompt prompt(String start) {
    String text = options.text(start);
    String id = PromptId.of(name, text, "");
    return new Prompt(id, name, id, text, "", Map.of("start", start));
  }

  private Walker walker(Prompt prompt) {
    return options.walker(prompt.attributes().get("start"));
  }

  @Override
  public Position start(Prompt prompt, long seed) {
    return walker(prompt).start(seed);
  }

  @Override
  public int mostTurns() {
    return options.walk().steps() * options.walk().votes().draws();
  }

  @Override
  public List<String> answerEnds() {
    return switch (options.words().style()) {
      case PROSE -> List.of();
      case MARKS -> List.of(LetterSum.ANSWER_END);
    };
  }

  @Override
  public Optional<List<Step>> steps(Prompt prompt, String completion) {
    return walker(prompt).read(completion);
  }

  @Override
  public Optional<String> state(String answer) {
    return options.words().state(Step.cut(answer));
  }

  @Override
  public String question(String state) {
    return options.words().question(state);
  }

  @Override
  public String scorer() {
    return "letter-sum/1";
  }

  /** The answer is how many words the walk found, its start included. */
  @Override
  public Verdict verify(Prompt prompt, String completion) {
    return steps(prompt, completion).map(LetterSumTask::verdict).orElse(NO_WALK);
  }

  private static Verdict verdict(List<Step> steps) {
    long moves = steps.stream().filter(Step::moved).count();
    long found =
        1
            + steps.stream()
                .flatMap(step -> step.target().stream())
                .filter(word -> !word.equals(steps.get(0).source()))
                .distinct()
                .count();
    return new Verdict(Long.toString(found), moves > 0, false, (double) moves / steps.size());
  }

  /** A step of {@link Rambling} from one of its words, each as likely, whatever the options. */
  @Override
  public WorkedExample example(long seed, long index) {
    IndexedStream draws = new IndexedStream(seed, NAME + " example", index);
    int from = draws.below(Rambling.words().size());
    int to = Rambling.next(from, draws.unit());
    return new WorkedExample(
        options.words().question(Rambling.words().get(from)),
        Rambling.words().get(to) + LetterSum.ANSWER_END);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LetterSumTask task
        && name.equals(task.name)
        && options.equals(task.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, options);
  }
}
