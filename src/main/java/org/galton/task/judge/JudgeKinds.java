package org.galton.task.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;
import org.galton.spec.Kinds;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.Judge;
import org.galton.task.JudgeKind;

/**
 * The judges of {@code jsonl} tasks as specs write them: the kind and its own options. {@code
 * META-INF/services/org.galton.task.JudgeKind} lists the kinds.
 */
public final class JudgeKinds {
  private static final String JUDGE = "judge";
  private static final String JUDGES = "judges";

  private JudgeKinds() {}

  /** Galton's own kinds and those of the user's jars. */
  public static Kinds<JudgeKind<?>> all() {
    return Kinds.find(JudgeKind.class, JUDGES, List.of());
  }

  /**
   * The judge whose keys stand in the section itself, or those of its list {@code judges}; none
   * where something is wrong.
   */
  public static List<Judge> readAll(Section section) {
    if (!section.has(JUDGES)) {
      return Stream.ofNullable(read(section)).toList();
    }
    List<Judge> judges = section.sections(JUDGES, JudgeKinds::read);
    List<String> names = judges.stream().map(Judge::scorer).toList();
    if (Set.copyOf(names).size() < names.size()) {
      section.problem(JUDGES, "'judges' has the same judge twice: expected each once");
    }
    return judges;
  }

  /** As {@link #readAll} reads them. */
  public static Map<String, Object> keysOfAll(List<Judge> judges) {
    return judges.size() == 1
        ? keys(judges.get(0))
        : Map.of(JUDGES, judges.stream().map(JudgeKinds::keys).toList());
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
