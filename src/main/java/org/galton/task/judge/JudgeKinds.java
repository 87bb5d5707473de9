package org.galton.task.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.InvalidInput;
import org.galton.spec.Kinds;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.Judge;
import org.galton.task.JudgeKind;

/** The judges of {@code jsonl} tasks as specs write them: the kind and its own options. */
public final class JudgeKinds {
  private static final String JUDGE = "judge";
  private static final List<JudgeKind<?>> OWN =
      List.of(
          new ExactJudgeKind(),
          new NumericJudgeKind(),
          new RegexJudgeKind(),
          new CommandJudgeKind());

  private JudgeKinds() {}

  /** Galton's own kinds and those of the user's jars. */
  public static Kinds<JudgeKind<?>> all() {
    return Kinds.find(JudgeKind.class, "judges", OWN);
  }

  /** Null where something is wrong. */
  public static Judge read(Section section) {
    Kinds<JudgeKind<?>> kinds = all();
    String kind = section.value(JUDGE, ValueType.word(kinds.names()));
    if (kinds.named(kind).isEmpty()) {
      section.leaveRest();
      return null;
    }
    return kinds.named(kind).get().read(section);
  }

  /**
   * A judge's keys with every option resolved.
   *
   * @throws InvalidInput when the judge is of no kind that is known here
   */
  public static Map<String, Object> keys(Judge judge) {
    Kinds<JudgeKind<?>> kinds = all();
    Map<String, Object> keys = new LinkedHashMap<>();
    for (JudgeKind<?> kind : kinds.all()) {
      if (kind.type().isInstance(judge)) {
        keys.put(JUDGE, kind.name());
        keys.putAll(written(kind, judge));
        return keys;
      }
    }
    throw new InvalidInput(
        "Cannot write the judge %s: no judge has the class %s; those known here are %s"
            .formatted(
                judge.scorer(), judge.getClass().getName(), String.join(", ", kinds.names())));
  }

  private static <J extends Judge> Map<String, Object> written(JudgeKind<J> kind, Judge judge) {
    return kind.written(kind.type().cast(judge));
  }
}
