package org.galton.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.galton.benchmark.recipe.Recipe;
import org.galton.benchmark.recipe.Recipes;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecText;
import org.galton.task.HiddenTexts;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Verdict;
import org.galton.task.kind.TaskKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recipe on a small file of the published shape: prompts to the character, references, and
 * completions that are right and wrong.
 */
final class RecipesTest {
  private static final String FOLDER = "examples/benchmarks/";

  /**
   * A prompt that a recipe makes.
   *
   * @param keys of the task, between semicolons
   * @param item a part of its text
   */
  record Asked(
      String keys, String item, String text, String reference, String right, String wrong) {
    @Override
    public String toString() {
      return keys;
    }
  }

  static Stream<Asked> items() {
    return Stream.of(
        new Asked(
            "name: gsm8k; style: chat; path: gsm8k-test.parquet",
            "1,250 eggs",
            "A farm sells 1,250 eggs in crates of 50. How many crates are needed?\n\n"
                + "Think step by step. End with a line that holds #### and the number alone, such"
                + " as #### 12.",
            "25",
            "1250 / 50 is 25.\n#### 25",
            "1250 / 50 is 25.\n#### 50"),
        new Asked(
            "name: gsm8k; shots: 0; path: gsm8k-test.parquet",
            "1,500 dollars",
            "Question: Mara earns 1,500 dollars a month and spends 900. How much has she saved"
                + " after 4 months?\nAnswer:",
            "2400",
            " She saves 600 a month.\n#### 2400",
            " She saves 600 a month.\n#### 600"),
        new Asked(
            "name: math500; path: math500.jsonl",
            "sqrt{50}",
            "What is $\\sqrt{50}$ in simplest form?\n\n"
                + "Reason step by step, and put your final answer in \\boxed{}.",
            "5\\sqrt2",
            "It is \\boxed{5\\sqrt{2}}.",
            "It is \\boxed{2\\sqrt{5}}."),
        new Asked(
            "name: math500; style: lm; path: math500.jsonl",
            "fractions",
            "Problem: What is the sum of the fractions $\\frac13$ and $\\frac16$?\nAnswer:",
            "\\frac12",
            " $\\frac{1}{2}$",
            " $\\frac{1}{3}$"),
        new Asked(
            "name: aime24; style: lm; path: aime24.parquet",
            "1000",
            "Question: Find the remainder when $2^{10}$ is divided by 1000.\nAnswer:",
            "24",
            " 024",
            " 1024"),
        new Asked(
            "name: aime25; path: aime25.jsonl",
            "1000",
            "Find the remainder when $2^{10}$ is divided by 1000.\n\nReason step by step, and put"
                + " your final answer, a whole number from 0 to 999, in \\boxed{}.",
            "024",
            "So it is \\boxed{24}.",
            "So it is \\boxed{240}."),
        new Asked(
            "name: gpqa-diamond; path: gpqa-diamond.csv",
            "makes up most",
            "What is the correct answer to this question:Which gas makes up most of the air on"
                + " Earth?\n\nChoices:\n(A) Oxygen\n(B) Argon\n(C) Nitrogen\n(D) Carbon dioxide\n"
                + "Let's think step by step: ",
            "C",
            "The answer is (C).",
            "The answer is (A)."),
        new Asked(
            "name: mmlu-pro; shots: 1; path: mmlu-pro-test.parquet; shots_from:"
                + " mmlu-pro-validation.parquet",
            "after the first court",
            "The following are multiple choice questions (with answers) about law. Think step by"
                + " step and then finish your answer with \"the answer is (X)\" where X is the"
                + " correct letter choice.\n"
                + "Question:\nWhat is a written law of a parliament called?\nOptions:\n"
                + "A. a statute\nB. a verdict\nC. a plea\nAnswer: Let's think step by step. A"
                + " statute is made by a parliament, a verdict by a court. The answer is (A).\n\n"
                + "Question:\nWho decides a case after the first court, when a party does not"
                + " accept its ruling?\nOptions:\nA. The police\nB. The appeal court\n"
                + "C. The bailiff\nAnswer: Let's think step by step.",
            "B",
            " A higher court decides. The answer is (B).",
            " The answer is (C)."),
        new Asked(
            "name: humaneval; path: humaneval.parquet",
            "last_digit",
            "\n\ndef last_digit(n: int) -> int:\n"
                + "    \"\"\" Return the last digit of a whole number, whatever its sign.\n"
                + "    >>> last_digit(-38)\n    8\n    \"\"\"\n",
            "{\"style\":\"function\",\"prompt\":\"\\n\\ndef last_digit(n: int) -> int:\\n    \\\"\\\"\\\""
                + " Return the last digit of a whole number, whatever its sign.\\n    >>>"
                + " last_digit(-38)\\n    8\\n    \\\"\\\"\\\"\\n\",\"entry_point\":\"last_digit\",\"test\":"
                + "\"\\n\\ndef check(candidate):\\n    assert candidate(7) == 7\\n    assert"
                + " candidate(-38) == 8\\n    assert candidate(120) == 0\\n\"}",
            "    return abs(n) % 10\n",
            "    return n % 10\n"),
        new Asked(
            "name: humaneval-plus; style: chat; path: humaneval-plus.parquet",
            "without_gaps",
            "Complete this Python function. Answer with the whole function, in one block of"
                + " code:\n```python\n\n\ndef without_gaps(words: list) -> str:\n"
                + "    \"\"\" Join the words with single blanks, leaving out empty ones.\n"
                + "    >>> without_gaps(['a', '', 'b'])\n    'a b'\n    \"\"\"\n\n```\n",
            null,
            "```python\ndef without_gaps(words):\n    return ' '.join(filter(None, words))\n```",
            "```python\ndef without_gaps(words):\n    return ' '.join(words)\n```"),
        new Asked(
            "name: mbpp; shots: 1; path: mbpp-test.parquet; shots_from: mbpp-prompt.parquet",
            "square root",
            "You are an expert Python programmer, and here is your task: Write a function to find"
                + " the larger of two numbers. Your code should pass these tests:\n\n"
                + "assert larger(1, 2) == 2\nassert larger(5, 3) == 5\nassert larger(-1, -1) == -1\n"
                + "[BEGIN]\ndef larger(a, b):\r\n  return a if a > b else b\n[DONE]\n\n"
                + "You are an expert Python programmer, and here is your task: Write a function to"
                + " find the square root of a number, rounded down. Your code should pass these"
                + " tests:\n\nassert root(16) == 4\nassert root(17) == math.isqrt(17)\n"
                + "assert root(0) == 0\n[BEGIN]\n",
            "{\"style\":\"asserts\",\"setup\":\"import math\",\"tests\":[\"assert root(16) == 4\","
                + "\"assert root(17) == math.isqrt(17)\",\"assert root(0) == 0\"]}",
            "def root(n):\n  return int(n ** 0.5)",
            "def root(n):\n  return n ** 0.5"),
        new Asked(
            "name: mbpp-plus; style: chat; path: mbpp-plus.parquet",
            "triangle",
            """
            Write a function to find the area of a triangle with a right angle.

            The Python code has to pass these tests:
            ```python
            assert area(3, 4) == 6
            assert area(1, 1) == 0.5
            assert area(0, 9) == 0
            ```
            Answer with the code alone, in one block.\
            """,
            "{\"style\":\"asserts\",\"setup\":\"\",\"tests\":[\"import math\\n\\nassert area(3, 4) =="
                + " 6\\nassert area(1, 1) == 0.5\\nassert area(0, 9) == 0\\nfor n in range(3):\\n"
                + "    assert area(3, 4) == 6\\n\"]}",
            "```python\ndef area(a, b):\n    return a * b / 2\n```",
            "```python\ndef area(a, b):\n    return a * b\n```"),
        new Asked(
            "name: evalplus; path: evalplus.jsonl",
            "def span",
            "Complete this Python function. Answer with the whole function, span, in one block of"
                + " code:\n```python\ndef span(numbers: list) -> float:\n    \"\"\" Return the largest"
                + " number less the smallest; 0 of none.\n    >>> span([1.5, 4.0])\n    2.5\n"
                + "    \"\"\"\n\n```\n",
            "{\"style\":\"solution\",\"prompt\":\"def span(numbers: list) -> float:\\n    \\\"\\\"\\\""
                + " Return the largest number less the smallest; 0 of none.\\n    >>> span([1.5,"
                + " 4.0])\\n    2.5\\n    \\\"\\\"\\\"\\n\",\"entry_point\":\"span\","
                + "\"canonical_solution\":\"    return max(numbers) - min(numbers) if numbers else"
                + " 0\\n\",\"base_input\":[[[1.5,4.0]],[[]]],\"plus_input\":[[[7]],[[-0.1,0.2,0.1]],"
                + "[[3,-3,3]]],\"atol\":0}",
            "```python\ndef span(numbers):\n    return max(numbers, default=0) - min(numbers,"
                + " default=0)\n```",
            "```python\ndef span(numbers):\n    return numbers[-1] - numbers[0] if numbers else 0\n```"),
        new Asked(
            "name: evalplus; style: lm; path: evalplus.jsonl",
            "half-life",
            "\"\"\"\nWrite a function to find the half-life of a decay, in the unit of the time that"
                + " passed, by the share that is left.\nassert round(half_life(10, 0.25), 3) == 5.0\n"
                + "\"\"\"\n",
            null,
            "from math import log2\n\ndef half_life(time, share):\n    return round(time /"
                + " log2(1 / share), 4)\n",
            "from math import log2\n\ndef half_life(time, share):\n    return round(time /"
                + " log2(1 / share), 2)\n"),
        new Asked(
            "name: livecodebench; from: 2024-05-01; to: 2024-09-21; path: livecodebench.jsonl",
            "reverse order",
            "### Question:\nLines are given until the end of the input. Print them in reverse"
                + " order.\n\n### Format: Read the inputs from stdin solve the problem and write"
                + " the answer to stdout (do not directly test on the sample inputs). Enclose your"
                + " code within delimiters as follows. Ensure that when the python program runs, it"
                + " reads the inputs, runs the algorithm and writes output to STDOUT.\n"
                + "```python\n# YOUR CODE HERE\n```\n\n"
                + "### Answer: (use the provided format with backticks)\n\n",
            "{\"style\":\"stdin\",\"tests\":[{\"input\":\"a\\nb\\n\",\"output\":\"b\\na\\n\",\"testtype\":"
                + "\"stdin\"},{\"input\":\"x\\n\",\"output\":\"x\\n\",\"testtype\":\"stdin\"}]}",
            "```python\nimport sys\nprint('\\n'.join(sys.stdin.read().split()[::-1]))\n```",
            "```python\nprint(input())\n```"),
        new Asked(
            "name: livecodebench; from: 2024-05-01; to: 2024-09-21; path: livecodebench.jsonl",
            "largestGap",
            "### Question:\nGiven a list nums of at least two whole numbers, return the largest"
                + " difference of two neighbours.\n\n### Format: You will use the following"
                + " starter code to write the solution to the problem and enclose your code within"
                + " delimiters.\n```python\nclass Solution:\n"
                + "    def largestGap(self, nums: List[int]) -> int:\n        \n```\n\n"
                + "### Answer: (use the provided format with backticks)\n\n",
            "{\"style\":\"call\",\"entry_point\":\"largestGap\",\"tests\":[{\"input\":\"[1, 5, 2]\","
                + "\"output\":\"4\",\"testtype\":\"functional\"},{\"input\":\"[3, 3]\",\"output\":\"0\","
                + "\"testtype\":\"functional\"},{\"input\":\"[-1, 1, 9]\",\"output\":\"8\",\"testtype\":"
                + "\"functional\"}]}",
            "```python\nclass Solution:\n    def largestGap(self, nums: List[int]) -> int:\n"
                + "        return max(abs(a - b) for a, b in zip(nums, nums[1:]))\n```",
            "```python\nclass Solution:\n    def largestGap(self, nums):\n        return 4\n```"),
        new Asked(
            "name: ifeval; path: ifeval.jsonl",
            "kettle",
            "Describe a kitchen. Use the words \"kettle\" and \"spoon\".",
            "{\"instruction_id_list\":[\"keywords:existence\"],\"kwargs\":[{\"keywords\":[\"kettle\","
                + "\"spoon\"]}],\"prompt\":\"Describe a kitchen. Use the words \\\"kettle\\\" and"
                + " \\\"spoon\\\".\"}",
            "A kettle stands beside a spoon.",
            "A kettle stands beside a fork."),
        new Asked(
            "name: simpleqa; path: simpleqa.csv",
            "Hamlet",
            "Who wrote the play \"Hamlet\"?",
            "William Shakespeare",
            "William Shakespeare.",
            "Ben Jonson"),
        new Asked(
            "name: truthfulqa; style: qa; shots: 1; path: truthfulqa.parquet",
            "28 days",
            "Q: How many sides does a hexagon have?\nA: A hexagon has six sides.\n\n"
                + "Q: Which month has 28 days?",
            "[\"Every month has at least 28 days.\",\"All of them\"]",
            "All of them.",
            "Only February."),
        new Asked(
            "name: drop; path: drop.parquet",
            "Which teams",
            "In the first half the Herons scored 14 points and the Otters 10. After the break the"
                + " Herons added 9 points by three field goals of 22, 31 and 40 yards. The Otters"
                + " answered with one touchdown by Kerr and lost. The match was played on 12 May"
                + " 2019. Which teams played?",
            "[[\"Herons\", \"Otters\"], [\"Otters\", \"Herons\"]]",
            "Otters\nHerons",
            "Herons"),
        new Asked(
            "name: drop; style: chat; path: drop.parquet",
            "When was",
            null,
            "[[\"12 May 2019\"]]",
            "It says so.\nAnswer: 12 May 2019",
            "It says so.\nAnswer: 13 May 2019"),
        new Asked(
            "name: squad2; path: squad2.parquet",
            "How much",
            "Title: Harbour_of_Lund\n\nBackground: The harbour of Lund was built in 1874 by two"
                + " brothers, Erik and Nils Brandt. It was closed for four years after a storm in"
                + " 1902 had broken its northern wall.\n\nQuestion: How much did the harbour"
                + " cost?\n\nAnswer:",
            "[\"unanswerable\"]",
            " unanswerable",
            " 1874"));
  }

  @ParameterizedTest
  @MethodSource("items")
  void promptsReferencesAndVerdictsAreThoseOfTheBenchmark(Asked asked) {
    BenchmarkTask task = BenchmarkSpec.read(yaml(asked.keys()));
    Prompt prompt =
        all(task).stream().filter(p -> p.text().contains(asked.item())).findFirst().orElseThrow();

    if (asked.text() != null) {
      assertThat(prompt.text()).isEqualTo(asked.text());
    }
    if (asked.reference() != null) {
      assertThat(prompt.reference()).isEqualTo(asked.reference());
    }
    assertThat(task.verify(prompt, asked.right())).returns(true, Verdict::correct);
    assertThat(task.verify(prompt, asked.wrong())).returns(false, Verdict::correct);
    assertThat(BenchmarkSpec.read(SpecText.of(TaskKinds.keys(task)))).isEqualTo(task);
  }

  @Test
  void everyRecipeIsAsked() {
    Set<String> asked = new HashSet<>();
    items().forEach(item -> asked.add(item.keys().substring(6).split(";", 2)[0]));
    assertThat(asked).containsExactlyInAnyOrderElementsOf(Recipes.names());
  }

  @Test
  void everyStyleOfEveryRecipeMakesPrompts() {
    items()
        .forEach(
            item -> {
              String bare = item.keys().replaceAll("; (style: [a-z]+|shots: [0-9])", "");
              for (String style : recipe(bare).styleNames()) {
                BenchmarkTask task = BenchmarkSpec.read(yaml(bare + "; shots: 0; style: " + style));
                assertThat(all(task)).allMatch(prompt -> !prompt.text().isBlank());
                assertThat(all(task)).allMatch(task.options().judges().get(0)::accepts);
              }
            });
  }

  @Test
  void optionsAreShuffledItemByItemAndTheSeedDecides() {
    String keys = "name: gpqa-diamond; path: gpqa-diamond.csv";
    List<Prompt> prompts = all(BenchmarkSpec.read(yaml(keys)));
    Set<String> orders = new HashSet<>();
    for (Prompt prompt : prompts) {
      String order = prompt.attributes().get("order");
      orders.add(order);
      assertThat(prompt.reference())
          .isEqualTo(Character.toString('A' + List.of(order.split(",")).indexOf("3")));
    }

    assertThat(orders).hasSizeGreaterThan(1);
    assertThat(all(BenchmarkSpec.read(yaml(keys)))).isEqualTo(prompts);
    assertThat(all(BenchmarkSpec.read(yaml(keys + "; seed: 5")))).isNotEqualTo(prompts);
    assertThat(prompts).allMatch(prompt -> HiddenTexts.areOf(prompt.attributes()));
  }

  @Test
  void aPeriodHasToBeGivenWhereItemsHaveDates() {
    assertThatThrownBy(
            () -> BenchmarkSpec.read(yaml("name: livecodebench; path: livecodebench.jsonl")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read x.yaml line 1: missing key 'from': expected a day such as 2024-05-01\n"
                + "Cannot read x.yaml line 1: missing key 'to': expected a day such as 2024-05-01");
    assertThat(
            all(
                BenchmarkSpec.read(
                    yaml(
                        "name: livecodebench; from: 2024-06-01; to: 2024-07-13; path:"
                            + " livecodebench.jsonl"))))
        .extracting(prompt -> prompt.attributes().get("date"))
        .containsExactlyInAnyOrder("2024-06-01", "2024-07-13");
  }

  @Test
  void aFileOfAnotherBenchmarkIsNamed() {
    assertThatThrownBy(
            () -> BenchmarkSpec.read(yaml("name: gsm8k; style: chat; path: mmlu-pro-test.parquet")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(
            "mmlu-pro-test.parquet rows 1, 5: reference 'C', expected a number such as");
    assertThatThrownBy(() -> BenchmarkSpec.read(yaml("name: squad2; path: truthfulqa.parquet")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read examples/benchmarks/truthfulqa.parquet: it has no column 'id', which"
                + " recipe squad2 needs; its columns are type, category, question, best_answer,"
                + " correct_answers, incorrect_answers, source, as in a file of truthfulqa. Such"
                + " files are published at https://huggingface.co/datasets/rajpurkar/squad_v2");
  }

  private static Recipe recipe(String keys) {
    return Recipes.of(keys.substring(6).split(";", 2)[0], BenchmarkSpec.FILES);
  }

  private static String yaml(String keys) {
    return "kind: benchmark\n"
        + keys.replace("; ", "\n")
            .replace("path: ", "path: " + FOLDER)
            .replace("shots_from: ", "shots_from: " + FOLDER)
        + "\n";
  }

  private static List<Prompt> all(BenchmarkTask task) {
    return task.prompts(Split.TEST, task.mostPrompts(), 3);
  }
}
