package org.galton.task.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Template;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTaskTest {
  private final ArithmeticTask task = ArithmeticTask.withDefaults();
  private final Prompt prompt =
      new Prompt("id", "arithmetic", "add-1", "37+58=?\n", "95", Map.of());

  @ParameterizedTest
  @CsvSource({
    "ADD, 37, 58, 7+8=15 3+5+1=9 answer=95",
    "ADD, 5, 1280, 5+0=5 0+8=8 0+2=2 0+1=1 answer=1285",
    "ADD, 99, 1, 9+1=10 9+0+1=10 answer=100",
    "SUB, 52, 37, 2-7+10=5 5-3-1=1 answer=15",
    "SUB, 100, 1, 0-1+10=9 0-0-1+10=9 1-0-1=0 answer=99",
    "SUB, 5, 5, 5-5=0 answer=0",
    "MUL, 7, 8, answer=56",
    "MUL, 37, 8, 7*8=56 30*8=240 56+240=296 answer=296",
    "MUL, 8, 37, 8*7=56 8*30=240 56+240=296 answer=296",
    "MUL, 37, 58, 37*8=296 37*50=1850 296+1850=2146 answer=2146",
  })
  void worksAsOnPaper(Operation operation, int left, int right, String chain) {
    assertThat(ArithmeticChain.of(new ArithmeticProblem(operation, 1, left, right)))
        .isEqualTo(chain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "answer=95 | 95 | true",
        "7+8=15 3+5+1=9 answer=95 | 95 | true",
        "answer= +0095. | 95 | true",
        "**answer=95** | 95 | true",
        "answer=94 answer=95 | 95 | true",
        "answer=95 answer=94 | 94 | false",
        "answer=-95 | -95 | false",
        "answer=-0 | 0 | false",
        "answer=1,095 | 1095 | false",
        "answer=95 or so | 95 | true",
        "answer=95.5 | '' | false",
        "answer=95+0 | '' | false",
        "answer=9,5 | '' | false",
        "answer=95x | '' | false",
        "answer=95 answer= | '' | false",
        "answer=00000000000000000000000000000000000000095 | '' | false",
        "95 | '' | false",
        "'' | '' | false",
      })
  void readsTheIntegerAfterTheLastMarker(String completion, String answer, boolean correct) {
    assertThat(task.verify(prompt, completion))
        .isEqualTo(new Verdict(answer, correct, false, correct ? 1 : 0));
  }

  @Test
  void operationsAndLevelsAreEquallyFrequent() {
    Map<Map<String, String>, Long> kinds =
        task.prompts(Split.TRAIN, 120, 5).stream()
            .collect(Collectors.groupingBy(Prompt::attributes, Collectors.counting()));
    assertThat(kinds).hasSize(12).allSatisfy((kind, n) -> assertThat(n).isEqualTo(10));
  }

  @Test
  void everyProblemIsDrawnByItself() {
    assertThat(task.prompts(Split.TEST, 50, 5))
        .allSatisfy(prompt -> assertThat(prompt.cluster()).isEqualTo(prompt.id()));
  }

  @Test
  void operandsHaveTheDigitsOfTheirLevel() {
    for (Prompt drawn : task.prompts(Split.TEST, 2_000, 8)) {
      String[] operands = drawn.text().strip().replace("=?", "").split("[-+*]", -1);
      int a = Math.max(operands[0].length(), operands[1].length());
      int b = Math.min(operands[0].length(), operands[1].length());
      String shape =
          switch (drawn.attributes().get("operation") + "-" + drawn.attributes().get("level")) {
            case "add-1", "sub-1" -> "1 1, 2 1, 2 2";
            case "add-2", "sub-2" -> "3 2, 3 3";
            case "add-3", "sub-3" -> "4 3, 4 4";
            case "add-4", "sub-4" -> "5 4, 5 5";
            case "mul-1" -> "1 1";
            case "mul-2" -> "2 1";
            case "mul-3" -> "2 2";
            case "mul-4" -> "3 2";
            default -> "no such kind";
          };
      assertThat(shape).as(drawn.text()).contains(a + " " + b);
    }
  }

  @Test
  void differencesAreNotNegative() {
    ArithmeticTask differences =
        new ArithmeticTask("minus", ArithmeticOptions.defaults().withOperations(Operation.SUB));
    assertThat(differences.prompts(Split.TRAIN, 500, 1))
        .allSatisfy(drawn -> assertThat(Integer.parseInt(drawn.reference())).isNotNegative());
  }

  @Test
  void sameSeedDrawsTheSamePromptsInEveryVersion() {
    assertThat(task.prompts(Split.TEST, 12, 1).stream().map(prompt -> prompt.text().strip()))
        .containsExactly(
            "5+44=?",
            "29-14=?",
            "9*4=?",
            "699+773=?",
            "735-576=?",
            "96*7=?",
            "2348+6218=?",
            "9473-1127=?",
            "79*68=?",
            "9683+37435=?",
            "58093-1021=?",
            "80*819=?");
  }

  @Test
  void exhaustedOptionsSayHowManyPromptsThereAre() {
    ArithmeticTask tables =
        new ArithmeticTask(
            "tables", ArithmeticOptions.defaults().withOperations(Operation.MUL).withLevels(1));
    int products = 0;
    for (int a = 1; a <= 9; a++) {
      for (int b = a; b <= 9; b++) {
        boolean train = new ArithmeticProblem(Operation.MUL, 1, a, b).split() == Split.TRAIN;
        products += train ? 1 : 0;
      }
    }
    int available = products;
    assertThat(tables.prompts(Split.TRAIN, available, 3)).hasSize(available);
    assertThatThrownBy(() -> tables.prompts(Split.TRAIN, available + 1, 3))
        .hasMessage(
            "Cannot draw %d prompts of arithmetic, split TRAIN: its options leave only %d distinct"
                + " ones; ask for fewer or widen them",
            available + 1, available);
  }

  @Test
  void templateSurroundsTheQuestion() {
    ArithmeticTask polite =
        new ArithmeticTask(
            "polite",
            ArithmeticOptions.defaults().withTemplate(new Template("What is {question} End.")));
    assertThat(polite.prompts(Split.TEST, 1, 1).get(0).text())
        .matches("What is [0-9]\\S+=\\? End.");
    assertThat(polite.example(1, 1).prompt()).matches("What is [0-9]\\S+=\\? End.");
  }

  @Test
  void contradictoryOptionsAreRefused() {
    assertThatThrownBy(() -> ArithmeticOptions.defaults().withLevels(1, 5))
        .hasMessage("Invalid levels [1, 5]: expected one or more of 1, 2, 3, 4, none twice");
    assertThatThrownBy(() -> ArithmeticOptions.defaults().withOperations())
        .hasMessage("Invalid operations []: expected one or more of ADD, SUB, MUL, none twice");
    assertThatThrownBy(() -> new Template("Solve it"))
        .hasMessage("Invalid template 'Solve it': expected a text with {question}");
  }
}
