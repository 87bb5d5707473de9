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

  /** What goes in, and what is to come out. */
  record Example(String input, String output) {}
}
