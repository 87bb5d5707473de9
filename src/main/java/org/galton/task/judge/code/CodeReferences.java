package org.galton.task.judge.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.spec.text.GivenJson;
import org.galton.task.judge.code.CodeReference.Asserts;
import org.galton.task.judge.code.CodeReference.Calls;
import org.galton.task.judge.code.CodeReference.Example;
import org.galton.task.judge.code.CodeReference.FunctionTest;
import org.galton.task.judge.code.CodeReference.Scripts;
import org.galton.task.judge.code.CodeReference.Solved;

/** Reads references of code. */
final class CodeReferences {
  static final String EXPECTED =
      "JSON of the style function, asserts, stdin, call or solution, such as {\"style\": \"asserts\","
          + " \"setup\": \"\", \"tests\": [\"assert double(2) == 4\"]}";

  private static final GivenJson JSON = GivenJson.standard();
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,200}";

  private CodeReferences() {}

  /** Nothing where the text has none of the forms. */
  static Optional<CodeReference> read(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      JsonNode given = JSON.only(text);
      return switch (given.path("style").asText()) {
        case "function" -> function(given);
        case "asserts" -> asserts(given);
        case "stdin" -> examples(given).map(Scripts::new);
        case "solution" -> solved(given);
        case "call" ->
            name(given).flatMap(name -> examples(given).map(tests -> new Calls(name, tests)));
        default -> Optional.empty();
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<CodeReference> function(JsonNode given) {
    JsonNode prompt = given.path("prompt");
    JsonNode test = given.path("test");
    return prompt.isTextual() && test.isTextual() && !test.asText().isBlank()
        ? name(given).map(name -> new FunctionTest(prompt.asText(), name, test.asText()))
        : Optional.empty();
  }

  private static Optional<CodeReference> asserts(JsonNode given) {
    JsonNode setup = given.path("setup");
    List<String> tests = new ArrayList<>();
    for (JsonNode test : given.path("tests")) {
      if (!test.isTextual() || test.asText().isBlank()) {
        return Optional.empty();
      }
      tests.add(test.asText());
    }
    return tests.isEmpty() || !(setup.isTextual() || setup.isMissingNode() || setup.isNull())
        ? Optional.empty()
        : Optional.of(new Asserts(setup.asText(""), tests));
  }

  private static Optional<CodeReference> solved(JsonNode given) {
    JsonNode prompt = given.path("prompt");
    JsonNode solution = given.path("canonical_solution");
    JsonNode tolerance = given.path("atol");
    List<String> inputs = new ArrayList<>();
    for (String set : List.of("base_input", "plus_input")) {
      for (JsonNode input : given.path(set)) {
        if (!input.isArray()) {
          return Optional.empty();
        }
        inputs.add(input.toString());
      }
    }
    boolean isWhole =
        prompt.isTextual()
            && solution.isTextual()
            && !solution.asText().isBlank()
            && !inputs.isEmpty()
            && (tolerance.isMissingNode() || tolerance.isNull() || isTolerance(tolerance));
    return isWhole
        ? name(given)
            .map(
                name ->
                    new Solved(
                        prompt.asText(),
                        name,
                        solution.asText(),
                        List.copyOf(inputs),
                        given.path("base_input").size(),
                        tolerance.asDouble(0)))
        : Optional.empty();
  }

  private static boolean isTolerance(JsonNode given) {
    return given.isNumber() && given.asDouble() >= 0 && Double.isFinite(given.asDouble());
  }

  private static Optional<List<Example>> examples(JsonNode given) {
    List<Example> tests = new ArrayList<>();
    for (JsonNode test : given.path("tests")) {
      if (!test.path("input").isTextual() || !test.path("output").isTextual()) {
        return Optional.empty();
      }
      tests.add(new Example(test.path("input").asText(), test.path("output").asText()));
    }
    return tests.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(tests));
  }

  private static Optional<String> name(JsonNode given) {
    return Optional.of(given.path("entry_point").asText()).filter(name -> name.matches(NAME));
  }
}
