package org.galton.task;

import java.util.List;
import org.galton.game.Condition;
import org.galton.game.GroupSearch;
import org.galton.game.Mode;
import org.galton.game.Style;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/**
 * Tasks as specs write them: a name, a kind where it is not the name, and the kind's own options.
 * Both methods are null where something is wrong.
 */
public final class TaskReader {
  static final ValueType<String> TEMPLATE = ValueType.text().checked(Template::new);

  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final List<String> KINDS =
      List.of(
          ArithmeticTask.NAME,
          CountdownTask.NAME,
          GroupSearchTask.NAME,
          LetterSumTask.NAME,
          JsonlTask.KIND);
  private static final List<String> TRAINABLE_KINDS =
      List.of(ArithmeticTask.NAME, CountdownTask.NAME, GroupSearchTask.NAME, LetterSumTask.NAME);
  private static final ValueType<String> TASK_NAME =
      ValueType.text("a name of lower-case letters, digits, _ and -", "[a-z0-9][a-z0-9_-]*");
  private static final String PLAIN = Template.plain().text();

  private TaskReader() {}

  /**
   * @param files opens the question file of a {@code jsonl} task
   */
  public static Task task(Section section, TextFiles files) {
    String name = section.value(NAME, TASK_NAME);
    String kind = kind(section, name, KINDS);
    return kind.equals(JsonlTask.KIND)
        ? JsonlKeys.read(section, name, files)
        : trainable(section, name, kind);
  }

  /** A task that makes its own problems. */
  public static Trainable trainable(Section section) {
    String name = section.value(NAME, TASK_NAME);
    return trainable(section, name, kind(section, name, TRAINABLE_KINDS));
  }

  private static Trainable trainable(Section section, String name, String kind) {
    return switch (kind) {
      case ArithmeticTask.NAME -> arithmetic(section, name);
      case CountdownTask.NAME -> countdown(section, name);
      case GroupSearchTask.NAME -> groupSearch(section, name);
      case LetterSumTask.NAME -> LetterSumKeys.read(section, name);
      default -> {
        section.leaveRest();
        yield null;
      }
    };
  }

  private static ArithmeticTask arithmetic(Section section, String name) {
    ArithmeticOptions defaults = ArithmeticOptions.defaults();
    List<Operation> operations =
        section.list("operations", ValueType.constant(Operation.class), defaults.operations());
    List<Integer> levels = section.list("levels", ValueType.integer(1, 4), defaults.levels());
    String template = section.value("template", TEMPLATE, PLAIN);
    return section.build(
        () ->
            new ArithmeticTask(
                name, new ArithmeticOptions(operations, levels, new Template(template))));
  }

  private static CountdownTask countdown(Section section, String name) {
    CountdownOptions defaults = CountdownOptions.defaults();
    List<Integer> sizes = section.list("sizes", ValueType.integer(3, 4), defaults.sizes());
    String template = section.value("template", TEMPLATE, PLAIN);
    return section.build(
        () -> new CountdownTask(name, new CountdownOptions(sizes, new Template(template))));
  }

  private static GroupSearchTask groupSearch(Section section, String name) {
    GroupSearch defaults = GroupSearch.defaults();
    Condition condition =
        section.value("condition", ValueType.constant(Condition.class), defaults.condition());
    Mode mode = section.value("mode", ValueType.constant(Mode.class), defaults.mode());
    Style style = section.value("style", ValueType.constant(Style.class), defaults.style());
    int players =
        section.value(
            "players", ValueType.integer(2, GroupSearch.MOST_PLAYERS), defaults.players());
    int rounds =
        section.value("rounds", ValueType.integer(1, GroupSearch.MOST_ROUNDS), defaults.rounds());
    return section.build(
        () -> new GroupSearchTask(name, new GroupSearch(condition, mode, style, players, rounds)));
  }

  /** The section's kind of task; empty where it is wrong. */
  private static String kind(Section section, String name, List<String> kinds) {
    String kind = section.value(KIND, ValueType.word(kinds), name);
    if (kind.isEmpty() || kinds.contains(kind)) {
      return kind;
    }
    section.problem(
        NAME,
        "'name' is '%s', which is no kind of task: expected one of %s, or a key 'kind' that is%s"
            .formatted(name, String.join(", ", kinds), ValueType.word(kinds).hint(name)));
    return "";
  }
}
