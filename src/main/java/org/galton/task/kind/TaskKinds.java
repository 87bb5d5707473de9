package org.galton.task.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.InvalidInput;
import org.galton.spec.Kinds;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.Task;
import org.galton.task.TaskKind;
import org.galton.task.TextFiles;
import org.galton.task.Trainable;

/**
 * Tasks as specs write them: a name, a kind where it is not the name, and the kind's own options.
 * What reads a task is null where something is wrong. {@code
 * META-INF/services/org.galton.task.TaskKind} lists the kinds.
 */
public final class TaskKinds {
  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final ValueType<String> TASK_NAME =
      ValueType.text("a name of lower-case letters, digits, _ and -", "[a-z0-9][a-z0-9_-]*");

  private TaskKinds() {}

  /** Galton's own kinds and those of the user's jars. */
  public static Kinds<TaskKind<?>> all() {
    return Kinds.find(TaskKind.class, "kinds of task", List.of());
  }

  /**
   * @param files opens the question file of a {@code jsonl} task
   */
  public static Task read(Section section, TextFiles files) {
    return read(section, files, all());
  }

  /** A task that makes its own problems. */
  public static Trainable trainable(Section section) {
    List<TaskKind<?>> trainable =
        all().all().stream().filter(kind -> Trainable.class.isAssignableFrom(kind.type())).toList();
    TextFiles none =
        path -> {
          throw new InvalidInput("Cannot open " + path + ": a training reads no files of a task");
        };
    return (Trainable) read(section, none, new Kinds<>(trainable));
  }

  private static Task read(Section section, TextFiles files, Kinds<TaskKind<?>> kinds) {
    String name = section.value(NAME, TASK_NAME);
    String kind = section.value(KIND, ValueType.word(kinds.names()), name);
    if (kinds.named(kind).isPresent()) {
      return kinds.named(kind).get().read(section, name, files);
    }
    if (!kind.isEmpty()) {
      section.problem(
          NAME,
          "'name' is '%s', which is no kind of task: expected one of %s, or a key 'kind' that is%s"
              .formatted(
                  name,
                  String.join(", ", kinds.names()),
                  ValueType.word(kinds.names()).hint(name)));
    }
    section.leaveRest();
    return null;
  }

  /**
   * A task's keys with every option resolved.
   *
   * @throws InvalidInput when the task is of no kind that is known here
   */
  public static Map<String, Object> keys(Task task) {
    Kinds<TaskKind<?>> kinds = all();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(NAME, task.name());
    for (TaskKind<?> kind : kinds.all()) {
      if (kind.type().isInstance(task)) {
        keys.put(KIND, kind.name());
        keys.putAll(written(kind, task));
        return keys;
      }
    }
    throw new InvalidInput(
        "Cannot write task '%s': no kind of task has the class %s; the kinds known here are %s"
            .formatted(task.name(), task.getClass().getName(), String.join(", ", kinds.names())));
  }

  private static <T extends Task> Map<String, Object> written(TaskKind<T> kind, Task task) {
    return kind.written(kind.type().cast(task));
  }
}
