package org.galton.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecText;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.kind.TaskKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchmarkKindTest {
  private static final String GSM8K =
      """
      name: gsm8k
      kind: benchmark
      path: examples/benchmarks/gsm8k-test.parquet
      shots_from: examples/benchmarks/gsm8k-train.parquet
      """;
  private static final String PUBLISHED =
      "Such files are published at https://huggingface.co/datasets/openai/gsm8k and"
          + " https://github.com/openai/grade-school-math";

  @TempDir private Path folder;

  @Test
  void theResolvedSpecShowsEverythingAndReadsBack() {
    BenchmarkTask task = BenchmarkSpec.read(GSM8K);
    String written = SpecText.of(TaskKinds.keys(task));

    assertThat(written)
        .contains("recipe: gsm8k", "version: 1", "style: lm", "shots: 5", "seed: 0")
        .contains("template: |-\n  Question: {{ question }}\n  Answer:\n")
        .contains("reference: answer.split('####')[-1].strip().replace(',', '')")
        .contains("judges:\n- judge: numeric\n");
    assertThat(BenchmarkSpec.read(written)).isEqualTo(task);
    assertThat(SpecText.of(TaskKinds.keys(BenchmarkSpec.read(written)))).isEqualTo(written);
  }

  @Test
  void parquetAndJsonLinesMakeTheSamePrompts() {
    assertThat(prompts(GSM8K.replace(".parquet", ".jsonl"))).isEqualTo(prompts(GSM8K)).hasSize(8);
  }

  @Test
  void workedExamplesAreDrawnBySeedAndAreNeverTheQuestion() {
    String same = GSM8K.replace("gsm8k-train", "gsm8k-test");
    Set<String> openings = new HashSet<>();
    for (Prompt prompt : prompts(same)) {
      String text = prompt.text();
      String question = text.substring(text.lastIndexOf("Question: "), text.lastIndexOf("\nAns"));
      assertThat(text.split("Question: ", -1)).hasSize(7);
      assertThat(text.indexOf(question)).isEqualTo(text.lastIndexOf(question));
      openings.add(text.substring(0, text.indexOf('\n')));
    }

    assertThat(openings).hasSizeGreaterThan(1);
    assertThat(prompts(same)).isEqualTo(prompts(same));
    assertThat(prompts(same + "seed: 1\n")).isNotEqualTo(prompts(same));
  }

  @Test
  void anItemIsTheSameWhateverItsCaseAndBlanks() throws IOException {
    Files.writeString(
        folder.resolve("few.jsonl"),
        """
        {"question": "a shelf holds 4 rows of 6 jars.  Nora takes 5 jars away. How many jars are left? ", "answer": "#### 19"}
        {"question": "One and one?", "answer": "#### 2"}
        """);
    String one =
        "name: gsm8k\nkind: benchmark\nshots: 1\npath: examples/benchmarks/gsm8k-test.jsonl\n"
            + "shots_from: "
            + folder.resolve("few.jsonl")
            + "\n";

    assertThat(prompts(one))
        .filteredOn(prompt -> prompt.reference().equals("19"))
        .allMatch(prompt -> prompt.text().startsWith("Question: One and one?"))
        .hasSize(1);
    assertRefused(
        one.replace("shots: 1", "shots: 2"),
        "Cannot read examples/benchmarks/gsm8k-test.jsonl row 1: 2 worked examples are to be shown,"
            + " and the file of 'shots_from' has 1 beside the question itself; expected so many, or"
            + " a smaller 'shots'");
  }

  @Test
  void workedExamplesNeedAFile() {
    assertRefused(
        "name: gsm8k\nkind: benchmark\npath: examples/benchmarks/gsm8k-test.parquet\n",
        "Cannot read x.yaml line 1: 5 worked examples are to be shown: expected 'shots_from' with a"
            + " file of them, or 'shots' of 0. "
            + PUBLISHED);
  }

  @Test
  void workedExamplesNeedATemplate() {
    assertRefused(
        "name: math500\nkind: benchmark\nshots: 2\npath: examples/benchmarks/math500.jsonl\n",
        "Cannot read x.yaml line 1: Invalid shots 2: there is no 'shot', expected the template of a"
            + " worked example");
  }

  @Test
  void aFileThatIsNotThereIsToldWhereItComesFrom() {
    assertRefused(
        GSM8K.replace("gsm8k-test", "gsm8k-tset"),
        "Cannot read x.yaml line 3: a file is not there (examples/benchmarks/gsm8k-tset.parquet):"
            + " expected one that exists. "
            + PUBLISHED);
  }

  @Test
  void aRecipeThatIsNotThereIsToldThoseThatAre() {
    assertRefused(
        "name: gsm8\nkind: benchmark\npath: x.parquet\n",
        "Cannot read x.yaml line 1: 'recipe' is 'gsm8': expected a file that ends in .yaml, or one"
            + " of gsm8k, math500, aime24, aime25, gpqa-diamond, mmlu-pro, humaneval,"
            + " humaneval-plus, mbpp, mbpp-plus, evalplus, livecodebench, ifeval, simpleqa, truthfulqa,"
            + " drop, squad2 (did you mean 'gsm8k'?)");
  }

  @Test
  void everyRowWhoseReferenceIsNoneIsListed() throws IOException {
    Path file = folder.resolve("bad.jsonl");
    Files.writeString(
        file,
        """
        {"question": "One?", "answer": "#### 1"}
        {"question": "Two?", "answer": "#### unknown"}
        {"question": "Three?", "answer": "####"}
        {"question": "Four?"}
        {"question": "Five?", "answer": "####"}
        """);
    assertRefused(
        "name: gsm8k\nkind: benchmark\nstyle: chat\npath: " + file + "\n",
        "Cannot read "
            + file
            + " row 2: reference 'unknown', expected a number such as -1.5, 1/3 or 40%\n"
            + "Cannot read "
            + file
            + " rows 3, 5: the reference is blank, expected a text\n"
            + "Cannot read "
            + file
            + " row 4: no column 'answer'");
  }

  @Test
  void aTemplateOverAColumnThatIsNotThereIsRefused() {
    assertRefused(
        GSM8K + "shots: 0\ntemplate: \"{{ questoin }}\"\n",
        "Cannot read examples/benchmarks/gsm8k-test.parquet rows 1, 2, 3, 4, 5, 6, 7, 8: Cannot"
            + " render 'template' over the columns question, answer line 1: 'questoin' is"
            + " undefined");
    assertRefused(
        GSM8K + "shots: 0\nreference: answer.number\n",
        "Cannot read examples/benchmarks/gsm8k-test.parquet rows 1, 2, 3, 4, 5, 6, 7, 8: Cannot"
            + " evaluate 'reference' over the columns question, answer: a text has no attribute"
            + " 'number'");
    assertRefused(
        GSM8K + "template: \"{{ question \"\n",
        "Cannot read x.yaml line 5: Cannot read 'template' line 1: a tag has no end: expected '}}'");
  }

  @Test
  void anItemThatIsThereTwiceIsAskedOnce() throws IOException {
    Path file = folder.resolve("twice.jsonl");
    Files.writeString(
        file,
        """
        {"question": "One?", "answer": "#### 1"}
        {"question": "One?", "answer": "#### 1"}
        {"question": "Two?", "answer": "#### 2"}
        """);
    String keys = "name: gsm8k\nkind: benchmark\nstyle: chat\npath: " + file + "\n";
    List<Prompt> prompts = prompts(keys);

    assertThat(BenchmarkSpec.read(keys).remarks())
        .containsExactly(
            "Task gsm8k: " + file + " has 3 rows; as published, test has 1,319, train has 7,473",
            "Task gsm8k: " + file + " repeats 1 items, which are asked once");
    assertThat(prompts).hasSize(2);
    assertThat(prompts)
        .filteredOn(prompt -> prompt.reference().equals("1"))
        .singleElement()
        .returns(Map.of("copies", "2"), Prompt::attributes);
  }

  @Test
  void aRecipeOfOnesOwnIsAFile() throws IOException {
    Path recipe = folder.resolve("capitals.yaml");
    Files.writeString(
        recipe,
        """
        recipe: capitals
        version: 3
        about: Capitals of countries
        columns:
          - {name: country, from: [place.country]}
          - {name: capital}
        question: country
        reference: capital.strip()
        cluster: country[0]
        attributes:
          - {name: letters, value: capital | length}
        styles:
          - name: plain
            template: "{{ country }}?"
            judges: [{judge: exact, ignore_case: true}]
        sampling: {temperature: 0, max_tokens: 8, rollouts: 1}
        """);
    Path file = folder.resolve("capitals.json");
    Files.writeString(file, "[{\"place\": {\"country\": \"Peru\"}, \"capital\": \"Lima \"}]");
    BenchmarkTask task =
        BenchmarkSpec.read(
            "name: mine\nkind: benchmark\nrecipe: " + recipe + "\npath: " + file + "\n");
    Prompt prompt = task.prompts(Split.TEST, 1, 1).get(0);

    assertThat(prompt)
        .returns("Peru?", Prompt::text)
        .returns("Lima", Prompt::reference)
        .returns("P", Prompt::cluster)
        .returns(Map.of("letters", "5"), Prompt::attributes);
    assertThat(task.verify(prompt, "lima").correct()).isTrue();
    assertThat(BenchmarkSpec.read(SpecText.of(TaskKinds.keys(task)))).isEqualTo(task);
  }

  private static List<Prompt> prompts(String yaml) {
    BenchmarkTask task = BenchmarkSpec.read(yaml);
    return task.prompts(Split.TEST, task.mostPrompts(), 7);
  }

  private static void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> BenchmarkSpec.read(yaml))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(message);
  }
}
