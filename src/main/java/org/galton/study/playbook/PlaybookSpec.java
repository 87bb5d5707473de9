package org.galton.study.playbook;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.galton.playbook.DeltaMerge;
import org.galton.playbook.Duplicates;
import org.galton.playbook.Playbook;
import org.galton.playbook.PlaybookText;
import org.galton.playbook.TokenBudget;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.sweep.SamplingWish;
import org.galton.task.Task;
import org.galton.task.TextFiles;
import org.galton.task.kind.TaskKinds;

/**
 * A study of playbooks.
 *
 * @param seed fixes the prompts, their order and every random number
 * @param train prompts to learn from; of {@link Mode#ONLINE} none
 * @param test prompts to measure with
 * @param epochs how often the training prompts are gone through
 * @param batch prompts of a step, all answered with the same context
 * @param evaluate steps between measurements
 * @param rounds of reflection on a wrong answer, at most
 * @param budget of a context, in tokens
 * @param duplicates threshold of the cosine from which bullets are joined; nothing for never
 * @param start playbook to begin with, as a text
 */
record PlaybookSpec(
    long seed,
    Task task,
    Mode mode,
    int train,
    int test,
    int epochs,
    int batch,
    int evaluate,
    List<Arm> arms,
    Roles roles,
    Skill skill,
    int rounds,
    int budget,
    OptionalDouble duplicates,
    String start,
    SamplingWish sampling) {

  PlaybookSpec {
    arms = List.copyOf(arms);
  }

  /**
   * Reads a spec.
   *
   * @param files opens the files that it names
   * @throws org.galton.spec.InvalidInput listing every problem
   */
  static PlaybookSpec read(SpecSource source, TextFiles files) {
    return source.read(section -> new PlaybookSpecReader(files).read(section));
  }

  /** The keys that the spec may have. */
  static Set<SpecKey> keys(SpecSource source) {
    return source.keys(
        section -> new PlaybookSpecReader(path -> Reader.nullReader()).read(section));
  }

  Playbook playbook() {
    return PlaybookText.parse(start, "of the spec");
  }

  DeltaMerge merge() {
    return new DeltaMerge(
        duplicates.isPresent()
            ? Optional.of(new Duplicates(duplicates.getAsDouble()))
            : Optional.empty(),
        new TokenBudget(budget));
  }

  /** All that the results depend on, but the models' files. */
  String identity() {
    return String.join(
        "\n",
        TaskKinds.keys(task).toString(),
        List.of(seed, mode, train, test, epochs, batch, evaluate, arms, rounds, budget).toString(),
        roles.toString(),
        skill.toString(),
        duplicates.toString(),
        start,
        sampling.toString());
  }
}
