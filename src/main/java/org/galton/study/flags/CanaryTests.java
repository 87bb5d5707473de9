package org.galton.study.flags;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.flags.Canaries;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.run.RunAddress;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.table.PromptRow;

/** The tests that are looked for: their questions, answers and names. */
final class CanaryTests {
  private static final int LEAST_WORDS = 3;
  private static final int LEAST_LETTERS = 12;
  private static final GivenTable TABLE =
      GivenTable.ofTexts("tests", List.of("problem", "text"), List.of("task", "reference"));

  private CanaryTests() {}

  /**
   * A text to look for.
   *
   * @param kind text, reference or id
   */
  record CanaryTest(String task, String problem, String kind, String text) {}

  /**
   * @throws InvalidInput when there are none
   */
  static List<CanaryTest> read(SparkSession spark, Configuration hadoop, List<String> inputs) {
    List<CanaryTest> tests = new ArrayList<>();
    for (String input : inputs.stream().distinct().toList()) {
      RunAddress address = RunAddress.parse(input);
      if (address.hasRuns(hadoop)) {
        for (PromptRow prompt : address.open(hadoop).prompts()) {
          add(tests, prompt.task(), prompt.promptId(), prompt.text(), prompt.reference());
        }
      } else {
        OpenedTable opened = SparkAction.run("look at " + input, () -> TABLE.open(spark, input));
        SparkAction.run("read " + input, () -> opened.rows().map(CanaryTests::checked).collect())
            .forEach(row -> add(tests, row.get(0), row.get(1), row.get(2), row.get(3)));
      }
    }
    if (tests.isEmpty()) {
      throw new InvalidInput(
          "Cannot look for tests: %s has none of %d words or more; expected a run folder or a table with columns problem, text"
              .formatted(String.join(", ", inputs), LEAST_WORDS));
    }
    return tests;
  }

  private static List<String> checked(GivenRow given) {
    GivenRow row = given.at(() -> "problem '%s'".formatted(given.text("problem")));
    if (row.text("problem").isEmpty()) {
      throw row.wrong("problem", "a name");
    }
    return List.of(row.text("task"), row.text("problem"), row.text("text"), row.text("reference"));
  }

  private static void add(
      List<CanaryTest> tests, String task, String problem, String text, String reference) {
    addIf(tests, new CanaryTest(task, problem, "text", text));
    addIf(tests, new CanaryTest(task, problem, "reference", reference));
    if (problem.length() >= LEAST_LETTERS) {
      tests.add(new CanaryTest(task, problem, "id", problem));
    }
  }

  /** A text of few words stands everywhere. */
  private static void addIf(List<CanaryTest> tests, CanaryTest test) {
    if (Canaries.words(test.text()) >= LEAST_WORDS) {
      tests.add(test);
    }
  }
}
