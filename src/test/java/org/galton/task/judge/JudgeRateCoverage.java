package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.judge.ifeval.IfevalJudge;
import org.galton.task.judge.ifeval.IfevalMode;
import org.galton.task.judge.schema.JsonSchemaJudge;
import org.galton.task.judge.text.IncludesJudge;
import org.galton.task.judge.text.TextJudge;
import org.galton.task.judge.text.TextMetric;
import org.junit.jupiter.api.Test;

/**
 * How many completions each judge judges in a second on one core, beside {@code exact}, which only
 * compares texts. Completions are of some 400 characters, as a small model reasons. Judges that
 * start a program or ask a model are not among them: their cost is the program's or the model's.
 */
final class JudgeRateCoverage {
  private static final int COMPLETIONS = 20_000;

  private record Case(Judge judge, String reference, List<String> completions) {}

  @Test
  void completionsJudgedInASecond() {
    Map<String, Double> rates = new LinkedHashMap<>();
    cases()
        .forEach(
            (name, judged) -> {
              time(judged); // warm
              rates.put(name, COMPLETIONS / time(judged));
            });
    double exact = rates.get("exact");
    System.out.printf(Locale.ROOT, "%-12s %14s %16s%n", "judge", "completions/s", "exact / judge");
    rates.forEach(
        (name, rate) ->
            System.out.printf(Locale.ROOT, "%-12s %,14.0f %16.1f%n", name, rate, exact / rate));
    assertThat(rates).hasSize(9);
  }

  private static double time(Case judged) {
    Prompt prompt =
        new Prompt(
            "p", "t", "p", "?", judged.reference(), Map.of("choices", "[\"dog\",\"cat\",\"cow\"]"));
    assertThat(judged.judge().accepts(prompt)).isTrue();
    long began = System.nanoTime();
    int right = 0;
    for (String completion : judged.completions()) {
      right += judged.judge().judge(prompt, completion).correct() ? 1 : 0;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    assertThat(right).as("some are right, some are not").isBetween(1, COMPLETIONS - 1);
    return seconds;
  }

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put(
        "exact",
        new Case(new ExactJudge(ExactJudge.LetterCase.IGNORED), "7", ending("", "%d", "")));
    cases.put("regex", new Case(new RegexJudge("is ([0-9]+)\\."), "7", reasoned("It is %d.")));
    cases.put(
        "text",
        new Case(
            new TextJudge(TextMetric.F1, 0.9, "Answer:"), "7 rows", reasoned("Answer: %d rows")));
    cases.put("includes", new Case(IncludesJudge.withDefaults(), "x7", reasoned("so x%d")));
    cases.put("numeric", new Case(NumericJudge.withDefaults(), "7", reasoned("The answer is %d.")));
    cases.put(
        "math",
        new Case(
            MathJudge.withDefaults(),
            "\\sqrt{28}",
            reasoned("\\boxed{\\frac{%d\\sqrt7\\cdot 2}{7}}")));
    cases.put("choice", new Case(ChoiceJudge.withDefaults(), "B", letters()));
    cases.put(
        "json-schema",
        new Case(
            new JsonSchemaJudge(JsonSchemaJudge.Fence.ALLOWED),
            "{\"type\":\"object\",\"properties\":{\"n\":{\"const\":7}}}",
            ending("```json\n{\"n\": ", "%d", "}\n```")));
    cases.put(
        "ifeval",
        new Case(
            new IfevalJudge(IfevalMode.LOOSE),
            "{\"instruction_id_list\":[\"keywords:existence\",\"length_constraints:number_words\"],"
                + "\"kwargs\":[{\"keywords\":[\"x7\"]},{\"relation\":\"at least\",\"num_words\":20}],"
                + "\"prompt\":\"?\"}",
            reasoned("so x%d")));
    return cases;
  }

  private static List<String> letters() {
    List<String> completions = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < COMPLETIONS; i++) {
      completions.add(reasoning(random) + "The answer is (" + (char) ('A' + i % 3) + ").");
    }
    return completions;
  }

  private static List<String> reasoned(String end) {
    List<String> completions = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < COMPLETIONS; i++) {
      completions.add(reasoning(random) + String.format(Locale.ROOT, end, i % 10));
    }
    return completions;
  }

  private static List<String> ending(String before, String number, String after) {
    List<String> completions = new ArrayList<>();
    for (int i = 0; i < COMPLETIONS; i++) {
      completions.add(before + String.format(Locale.ROOT, number, i % 10) + after);
    }
    return completions;
  }

  /** Some 400 characters of sums in sentences. */
  private static String reasoning(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 400) {
      int a = 10 + random.nextInt(90);
      int b = 10 + random.nextInt(90);
      text.append("Then we add $")
          .append(a)
          .append('$')
          .append(" and ")
          .append(b)
          .append(", which makes ")
          .append(a + b)
          .append(" in all. ");
    }
    return text.append('\n').toString();
  }
}
