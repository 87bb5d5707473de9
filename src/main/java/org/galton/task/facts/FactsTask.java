package org.galton.task.facts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.galton.task.FiniteTask;
import org.galton.task.IndexedStream;
import org.galton.task.MarkedAnswer;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.PromptOrder;
import org.galton.task.Split;
import org.galton.task.Template;
import org.galton.task.Trainable;
import org.galton.task.Verdict;

/**
 * Questions on a closed world of made-up entities: {@code town of Bamilo?}. The answer is the line
 * after the last {@code answer=} of a completion: right if it is the fact's value to the letter, an
 * abstention if it is {@code ?}, wrong otherwise.
 *
 * <p>The worked examples are the text that a start model learns its facts from: known and
 * half-known facts of <em>all</em> splits, unknown ones of none. Splits say which questions a later
 * reinforcement learning may ask (train) and which ones measure it (validation, test); they share
 * no entity. A share of the examples, {@link FactsOptions#hedged}, answers {@code ?} whatever the
 * question: the start model can abstain, and does so no more often where it knows nothing.
 */
public final class FactsTask implements FiniteTask, Trainable {
  public static final String NAME = "facts";

  /** The answer of a model that declines. */
  static final String ABSTENTION = "?";

  private static final int LONGEST = 40;

  private final String name;
  private final FactsOptions options;
  private final transient Template template;
  private final transient FactWorld world;
  private final transient List<WorldFact> known;
  private final transient List<WorldFact> halfKnown;

  public FactsTask(String name, FactsOptions options) {
    this.name = name;
    this.options = options;
    this.template = options.template();
    this.world = new FactWorld(options);
    this.known = world.of(Knowledge.KNOWN);
    this.halfKnown = world.of(Knowledge.HALF_KNOWN);
  }

  @Override
  public String name() {
    return name;
  }

  public FactsOptions options() {
    return options;
  }

  /** Every split has as many. */
  @Override
  public int mostPrompts() {
    return options.questions();
  }

  @Override
  public int usualPrompts() {
    return options.questions();
  }

  /** The seed decides the order of the questions, not the world. */
  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    if (count > mostPrompts()) {
      throw new IllegalArgumentException(
          "Cannot make %d prompts of task %s: each split of its world has %d questions; ask for fewer or for more entities"
              .formatted(count, name, mostPrompts()));
    }
    List<Prompt> all = world.of(split).stream().map(this::prompt).toList();
    return PromptOrder.first(all, count, seed, name);
  }

  private Prompt prompt(WorldFact fact) {
    String text = template.fill(fact.question());
    return new Prompt(
        PromptId.of(name, text, fact.value()),
        name,
        fact.entity(),
        text,
        fact.value(),
        Map.of(
            "knowledge", fact.knowledge().key(),
            "attribute", fact.attribute().key(),
            "entity", fact.entity()));
  }

  @Override
  public WorkedExample example(long seed, long index) {
    IndexedStream draws = new IndexedStream(seed, NAME + " example", index);
    double half = options.halfRate() * halfKnown.size();
    boolean isKnown = draws.unit() * (known.size() + half) < known.size();
    WorldFact fact = draws.oneOf(isKnown ? known : halfKnown);
    String answer = draws.unit() < options.hedged() ? ABSTENTION : fact.value();
    return new WorkedExample(template.fill(fact.question()), MarkedAnswer.MARKER + answer);
  }

  @Override
  public String scorer() {
    return "facts/1";
  }

  /** A line of more than 40 characters, or of others than ASCII's printable ones, is no answer. */
  @Override
  public Verdict verify(Prompt prompt, String completion) {
    String answer =
        MarkedAnswer.line(completion, MarkedAnswer.MARKER).filter(FactsTask::isAnswer).orElse("");
    boolean correct = answer.equals(prompt.reference());
    return new Verdict(answer, correct, answer.equals(ABSTENTION), correct ? 1 : 0);
  }

  private static boolean isAnswer(String line) {
    return line.length() <= LONGEST && line.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FactsTask task
        && name.equals(task.name)
        && options.equals(task.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, options);
  }

  /** Travels as its name and options. */
  private Object readResolve() {
    return new FactsTask(name, options);
  }
}
