package org.galton.study.playbook;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.io.IOUtils;
import org.galton.playbook.Playbook;
import org.galton.playbook.PlaybookText;
import org.galton.spec.HomeFolder;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.sweep.SamplingKeys;
import org.galton.sweep.SamplingWish;
import org.galton.task.Environment;
import org.galton.task.FiniteTask;
import org.galton.task.Task;
import org.galton.task.TextFiles;
import org.galton.task.kind.TaskKinds;

/** The keys of a spec of playbooks, their ranges and their defaults. */
final class PlaybookSpecReader {
  private static final int MOST_PROMPTS = 1_000_000;
  private static final int MAX_TOKENS = 512;
  private static final List<String> SECTIONS =
      List.of(
          "STRATEGIES & INSIGHTS",
          "FORMULAS & CALCULATIONS",
          "CODE SNIPPETS & TEMPLATES",
          "COMMON MISTAKES TO AVOID",
          "PROBLEM-SOLVING HEURISTICS",
          "CONTEXT CLUES & INDICATORS",
          "OTHERS");
  private static final SamplingWish SAMPLING =
      new SamplingWish(
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          MAX_TOKENS,
          List.of(),
          SamplingWish.Source.CHECKPOINT);

  private final TextFiles files;

  PlaybookSpecReader(TextFiles files) {
    this.files = files;
  }

  PlaybookSpec read(Section section) {
    long seed = section.value("seed", ValueType.wholeNumber());
    Task task = section.section("task", this::task);
    Mode mode = section.value("mode", ValueType.constant(Mode.class), Mode.OFFLINE);
    int train = train(section, mode);
    int test = section.value("test", ValueType.integer(1, MOST_PROMPTS));
    int epochs = section.value("epochs", ValueType.integer(1, 1000), 1);
    if (mode == Mode.ONLINE && epochs > 1) {
      section.problem(
          "epochs",
          "'epochs' is %d with mode online: expected 1, as every prompt is answered once"
              .formatted(epochs));
    }
    int batch = section.value("batch", ValueType.integer(1, 65_536), 1);
    int evaluate = section.value("evaluate", ValueType.integer(1, MOST_PROMPTS), 100);
    List<Arm> arms = section.list("arms", ValueType.constant(Arm.class), List.of(Arm.values()));
    if (section.has("arms") && arms.isEmpty()) {
      section.problem("arms", "'arms' is empty: expected some of fixed, ace, rewrite");
    }
    Roles roles = roles(section);
    Skill skill = section.section("calibrated", PlaybookSpecReader::skill, Skill.DEFAULT);
    int rounds = section.value("rounds", ValueType.integer(1, 100), 3);
    int budget = section.value("budget", ValueType.integer(1, 10_000_000), 80_000);
    Optional<Double> duplicates = section.optional("duplicates", ValueType.number(0.01, 1));
    String start = start(section);
    SamplingWish sampling = section.section("sampling", PlaybookSpecReader::sampling, SAMPLING);
    if (task instanceof FiniteTask finite && train + test > finite.mostPrompts()) {
      section.problem(
          "test",
          "'train' and 'test' are %,d and %,d prompts, and task '%s' has %,d: expected no more in all"
              .formatted(train, test, task.name(), finite.mostPrompts()));
    }
    return section.build(
        () ->
            new PlaybookSpec(
                seed,
                task,
                mode,
                train,
                test,
                epochs,
                batch,
                evaluate,
                arms,
                roles,
                skill,
                rounds,
                budget,
                duplicates.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                start,
                sampling));
  }

  private Task task(Section section) {
    Task task = TaskKinds.read(section, files);
    if (task instanceof Environment) {
      section.problem(
          "name",
          "'name' is '%s', a game of many turns: expected a task of one completion"
              .formatted(task.name()));
    }
    return section.build(() -> task);
  }

  private static int train(Section section, Mode mode) {
    if (mode == Mode.OFFLINE) {
      return section.value("train", ValueType.integer(1, MOST_PROMPTS));
    }
    int train = section.value("train", ValueType.integer(0, MOST_PROMPTS), 0);
    if (train > 0) {
      section.problem(
          "train",
          "'train' is %,d with mode online: expected 0 or no such key, as it learns from 'test'"
              .formatted(train));
    }
    return train;
  }

  private static Roles roles(Section section) {
    ValueType<String> source = HomeFolder.path();
    String generator = section.value("generator", source);
    String reflector = section.value("reflector", source, generator);
    String curator = section.value("curator", source, reflector);
    return new Roles(generator, reflector, curator);
  }

  private static Skill skill(Section section) {
    Skill usual = Skill.DEFAULT;
    ValueType<Double> share = ValueType.number(0, 1);
    double base = section.value("base", share, usual.base());
    double known = section.value("known", share, usual.known());
    double finds = section.value("finds", share, usual.finds());
    double forgets = section.value("forgets", share, usual.forgets());
    double garbage = section.value("garbage", share, usual.garbage());
    List<String> by = section.list("by", ValueType.text(), usual.by());
    return section.build(() -> new Skill(base, known, finds, forgets, garbage, by));
  }

  /** The text of the playbook that a file holds; without one that of empty sections. */
  private String start(Section section) {
    String file = section.value("playbook", HomeFolder.path(), "");
    if (file.isEmpty()) {
      List<String> sections = section.list("sections", ValueType.text(), SECTIONS);
      return checked(section, "sections", Playbook.of(sections).text(), "of the spec");
    }
    if (section.has("sections")) {
      section.problem("sections", "'sections' stands beside 'playbook': expected one of both");
    }
    section.list("sections", ValueType.text(), SECTIONS);
    try (Reader reader = files.open(file)) {
      // One character more than a playbook may have, to tell that it is too long.
      char[] text = new char[PlaybookText.LONGEST + 1];
      int read = IOUtils.read(reader, text);
      return checked(section, "playbook", new String(text, 0, read), file);
    } catch (IOException | InvalidInput e) {
      section.problem(
          "playbook", "the playbook %s cannot be read: %s".formatted(file, e.getMessage()));
      return "";
    }
  }

  private static String checked(Section section, String key, String text, String name) {
    try {
      return PlaybookText.parse(text, name).text();
    } catch (InvalidInput e) {
      section.problem(key, e.getMessage());
      return "";
    }
  }

  private static SamplingWish sampling(Section section) {
    SamplingWish wish = SamplingKeys.read(section);
    if (wish != null && wish.sampler().isPresent()) {
      section.problem(
          "sampler", "'sampler' searches: expected no such key in a study of playbooks");
    }
    return wish;
  }
}
