package org.galton.task.judge.code;

import java.util.List;

/** How programs are tested, as a reference says it in JSON; {@code style} names the form. */
sealed interface CodeReference {

  /** The name that the code is to define, empty where there is none. */
  String entryPoint();

  /**
   * HumanEval's: {@code {"style": "function", "prompt": …, "entry_point": …, "test": …}}.
   *
   * @param prompt the head of the program that the model goes on with
   * @param test source that defines {@code check(candidate)}
   */
  record FunctionTest(String prompt, String entryPoint, String test) implements CodeReference {}

  /**
   * MBPP's: {@code {"style": "asserts", "setup": …, "tests": […]}}.
   *
   * @param setup source that stands before the program, may be empty
   * @param tests statements, each of which fails or not
   */
  record Asserts(String setup, List<String> tests) implements CodeReference {
    @Override
    public String entryPoint() {
      return "";
    }
  }

  /**
   * LiveCodeBench's for whole programs: {@code {"style": "stdin", "tests": [{"input": …, "output":
   * …}]}}.
   */
  record Scripts(List<Example> tests) implements CodeReference {
    @Override
    public String entryPoint() {
      return "";
    }
  }

  /**
   * LiveCodeBench's for functions: {@code {"style": "call", "entry_point": …, "tests": [{"input":
   * …, "output": …}]}}. Each line of an input is an argument in JSON, the output one JSON value.
   */
  record Calls(String entryPoint, List<Example> tests) implements CodeReference {}

  /**
   * EvalPlus's own: {@code {"style": "solution", "prompt": …, "entry_point": …,
   * "canonical_solution": …, "base_input": […], "plus_input": […], "atol": …}}. What is to come out
   * is what the solution returns.
   *
   * @param prompt the head of the program that the model and the solution go on with
   * @param inputs a list of arguments each, in JSON
   * @param base how many of them, the first, are of the base set
   * @param tolerance absolute, of floats; 0 for the usual one
   */
  record Solved(
      String prompt,
      String entryPoint,
      String solution,
      List<String> inputs,
      int base,
      double tolerance)
      implements CodeReference {}

  /** What goes in, and what is to come out. */
  record Example(String input, String output) {}
}
