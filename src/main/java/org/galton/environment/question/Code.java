package org.galton.environment.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.environment.AnswerForm;
import org.galton.environment.Difficulty;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.Tool;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * A function to write in the language of {@link org.galton.program.Program}, of one step or of
 * three, with a tool that runs programs. It is judged on 10 inputs, of which 2 are shown.
 */
public final class Code implements Environment {
  private static final Tool PROGRAM = new ProgramTool();
  private static final int INPUTS = 10;
  private static final int SHOWN = 2;

  private final Difficulty difficulty;

  public Code(Difficulty difficulty) {
    this.difficulty = difficulty;
  }

  @Override
  public String id() {
    return difficulty.of("code");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("steps", Integer.toString(difficulty.choose(1, 3)));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(4, 8);
  }

  @Override
  public String task() {
    return "Write a function f(x) in a part of Python 3: functions, loops, lists, tuples, dictionaries, texts, whole numbers, comprehensions, lambda and the common built-in functions, but no imports, classes, sets, exceptions or fractions. Your answer is the program that defines f; the first answer counts, and is judged on inputs that you are not shown, too.";
  }

  @Override
  public AnswerForm answerForm() {
    return AnswerForm.BLOCK;
  }

  @Override
  public int longestAnswer() {
    return ProgramTool.LONGEST_PROGRAM;
  }

  @Override
  public List<Tool> tools() {
    return List.of(PROGRAM);
  }

  @Override
  public World start(long seed) {
    List<Object> inputs = new ArrayList<>();
    Exercise<?> exercise =
        Exercise.drawn(new SplitMix64(seed), difficulty.choose(1, 3), INPUTS, inputs);
    String examples =
        inputs.stream()
            .limit(SHOWN)
            .map(x -> "f(%s) is %s".formatted(Exercise.shown(x), Exercise.shown(exercise.value(x))))
            .collect(Collectors.joining(", and "));
    return new Question(
        "%s\nFor example, %s.".formatted(exercise.words(), examples),
        exercise.marks(),
        "a program",
        answer -> Optional.of(exercise.ruling(answer, inputs)),
        tools());
  }

  private static Exercise<?> exercise(String marks) {
    return Exercise.read(marks.replaceFirst("\\|.*", ""));
  }

  /** Programs of one step, and a run of the first of them. */
  @Override
  public List<String> actions(String marks) {
    List<String> programs = exercise(marks).programs();
    return Stream.concat(Stream.of(call(programs.get(0))), programs.stream()).toList();
  }

  private static String call(String program) {
    return PROGRAM.name() + ": " + program;
  }

  /** Runs its program, and answers with it. */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      String program = exercise(marks).program();
      return marks.indexOf('|') < 0 ? call(program) : program;
    };
  }
}
