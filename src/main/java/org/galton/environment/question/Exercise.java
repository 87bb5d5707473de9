package org.galton.environment.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galton.environment.question.Transformation.Numbered;
import org.galton.numerics.SplitMix64;
import org.galton.program.Program;
import org.galton.program.ProgramException;
import org.jspecify.annotations.Nullable;

/**
 * A function {@code f(x)} to be written: what x is, the steps, and what is made of the list in the
 * end.
 */
record Exercise<T>(Kind<T> kind, List<Numbered<T, List<T>>> steps, Numbered<T, Object> end) {
  private static final int LONGEST_VALUE = 300;

  /**
   * What x is.
   *
   * @param code the list that it makes
   * @param simplest of all inputs
   * @param programs of one step each
   */
  private record Kind<T>(
      String mark,
      String words,
      String code,
      Object simplest,
      Function<SplitMix64, Object> drawn,
      Function<Object, List<T>> list,
      List<Transformation<T, List<T>>> steps,
      List<Transformation<T, Object>> ends,
      List<String> programs) {
    Kind(
        String mark,
        String words,
        String code,
        Object simplest,
        Function<SplitMix64, Object> drawn,
        Function<Object, List<T>> list,
        List<Transformation<T, List<T>>> steps,
        List<Transformation<T, Object>> ends) {
      this(
          mark,
          words,
          code,
          simplest,
          drawn,
          list,
          steps,
          ends,
          numbered(steps)
              .flatMap(step -> numbered(ends).map(end -> Exercise.code(code, List.of(step), end)))
              .toList());
    }

    Exercise<T> exercise(SplitMix64 chance, int length) {
      return new Exercise<>(
          this,
          IntStream.range(0, length)
              .mapToObj(i -> any(any(steps, chance).numbered(), chance))
              .toList(),
          any(any(ends, chance).numbered(), chance));
    }

    Optional<Exercise<T>> read(List<String> marks) {
      Map<String, Numbered<T, List<T>>> known =
          numbered(steps).collect(Collectors.toMap(Numbered::mark, Function.identity()));
      return numbered(ends)
          .filter(end -> end.mark().equals(marks.get(marks.size() - 1)))
          .findFirst()
          .map(
              end ->
                  new Exercise<>(
                      this,
                      marks.subList(0, marks.size() - 1).stream().map(known::get).toList(),
                      end));
    }
  }

  private static final Kind<Long> NUMBERS =
      new Kind<>(
          "numbers",
          "x is a list of whole numbers.",
          "x",
          List.of(),
          chance ->
              IntStream.range(0, 1 + chance.nextInt(9))
                  .mapToObj(i -> (Object) (chance.nextInt(24) - 5L))
                  .toList(),
          x -> ((List<?>) x).stream().map(Long.class::cast).toList(),
          Transformation.ofNumbers(),
          Transformation.endsOfNumbers());

  private static final Kind<Long> DIGITS =
      new Kind<>(
          "digits",
          "x is a whole number that is not negative. Make a list of its digits.",
          "[int(i) for i in str(x)]",
          0L,
          chance -> (long) chance.nextInt(10_000_000),
          x -> Transformation.digits((Long) x),
          NUMBERS.steps(),
          NUMBERS.ends());

  private static final Kind<String> WORDS =
      new Kind<>(
          "words",
          "x is a text of words with one blank between two. Make a list of its words; an empty text has none.",
          "x.split()",
          "",
          chance ->
              IntStream.range(0, 1 + chance.nextInt(8))
                  .mapToObj(i -> word(chance))
                  .collect(Collectors.joining(" ")),
          x -> Transformation.words((String) x),
          Transformation.ofWords(),
          Transformation.endsOfWords());

  private static final List<Kind<?>> KINDS = List.of(NUMBERS, DIGITS, WORDS);

  private static <T, R> Stream<Numbered<T, R>> numbered(List<Transformation<T, R>> all) {
    return all.stream().flatMap(one -> one.numbered().stream());
  }

  private static <A> A any(List<A> all, SplitMix64 chance) {
    return all.get(chance.nextInt(all.size()));
  }

  private static String word(SplitMix64 chance) {
    StringBuilder word = new StringBuilder();
    int length = 1 + chance.nextInt(6);
    for (int i = 0; i < length; i++) {
      word.append("abdegiklmnorstu".charAt(chance.nextInt(15)));
    }
    return word.toString();
  }

  /**
   * An exercise in which no step can be left out: on some of the inputs that makes a difference.
   *
   * @param inputs receives what it is tried on
   */
  static Exercise<?> drawn(SplitMix64 chance, int steps, int most, List<Object> inputs) {
    while (true) {
      Exercise<?> exercise = any(KINDS, chance).exercise(chance, steps);
      inputs.clear();
      for (int i = 1; i < most; i++) {
        inputs.add(exercise.kind().drawn().apply(chance));
      }
      inputs.add(exercise.kind().simplest());
      if (exercise.needsAllSteps(inputs)) {
        return exercise;
      }
    }
  }

  private boolean needsAllSteps(List<Object> inputs) {
    return IntStream.range(0, steps.size())
        .mapToObj(
            left -> {
              List<Numbered<T, List<T>>> fewer = new ArrayList<>(steps);
              fewer.remove(left);
              return new Exercise<>(kind, fewer, end);
            })
        .noneMatch(shorter -> inputs.stream().allMatch(x -> shorter.value(x).equals(value(x))));
  }

  /** As {@link #marks} wrote it. */
  static Exercise<?> read(String marks) {
    List<String> parts = List.of(marks.split("[ ,]"));
    return KINDS.stream()
        .filter(kind -> kind.mark().equals(parts.get(0)))
        .flatMap(kind -> kind.read(parts.subList(1, parts.size())).stream())
        .findFirst()
        .orElseThrow();
  }

  String marks() {
    return kind.mark()
        + " "
        + Stream.concat(steps.stream().map(Numbered::mark), Stream.of(end.mark()))
            .collect(Collectors.joining(","));
  }

  String words() {
    String all =
        IntStream.range(0, steps.size())
            .mapToObj(i -> (steps.size() == 1 ? "" : i + 1 + ". ") + steps.get(i).words())
            .collect(Collectors.joining("; "));
    return "%s With the list: %s. %s.".formatted(kind.words(), all, end.words());
  }

  /** A program that does it. */
  String program() {
    return code(kind.code(), steps, end);
  }

  private static <T> String code(
      String opened, List<Numbered<T, List<T>>> steps, Numbered<T, Object> end) {
    String list = opened;
    for (Numbered<T, List<T>> step : steps) {
      list = step.code(list);
    }
    return "def f(x): return " + end.code(list);
  }

  /** Programs of one step each for such an x. */
  List<String> programs() {
    return kind.programs();
  }

  /** What f gives. */
  Object value(Object x) {
    List<T> list = kind.list().apply(x);
    for (Numbered<T, List<T>> step : steps) {
      list = step.of(list);
    }
    return end.of(list);
  }

  /** What is said of a program that was tried on all inputs; the first fault ends it. */
  Ruling ruling(String text, List<Object> inputs) {
    try {
      Program program = Program.read(text);
      for (Object x : inputs) {
        Object value = program.call("f", List.of(x), ProgramTool.STEPS).value().orElse(null);
        if (!value(x).equals(value)) {
          return new Ruling(
              false,
              "The program is wrong: f(%s) is %s, expected %s."
                  .formatted(shown(x), shown(value), shown(value(x))));
        }
      }
    } catch (ProgramException e) {
      return new Ruling(false, "The program fails: %s.".formatted(e.getMessage()));
    }
    return new Ruling(true, "The program is right on all %d inputs.".formatted(inputs.size()));
  }

  /** As the language writes it, cut where it is long. */
  static String shown(@Nullable Object value) {
    String text = written(value);
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }

  private static String written(@Nullable Object value) {
    if (value instanceof List<?> items) {
      return items.stream()
          .limit(LONGEST_VALUE)
          .map(Exercise::written)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof String text) {
      return "'" + text.substring(0, Math.min(LONGEST_VALUE, text.length())) + "'";
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    return value instanceof Map ? "a dictionary" : value == null ? "None" : value.toString();
  }
}
