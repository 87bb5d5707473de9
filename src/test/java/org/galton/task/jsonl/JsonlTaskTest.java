package org.galton.task.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;
import org.galton.task.Template;
import org.galton.task.judge.ExactJudge;
import org.galton.task.judge.NumericJudge;
import org.junit.jupiter.api.Test;

class JsonlTaskTest {
  private static final Judge EXACT = new ExactJudge(ExactJudge.LetterCase.DISTINGUISHED);
  private static final String SHAPE = "{\"id\": …, \"prompt\": …, \"reference\": …}";

  @Test
  void readsPromptsWithClusterAndAttributes() throws IOException {
    JsonlTask task =
        read(
            EXACT,
            "\uFEFF{\"id\": 1, \"prompt\": \"Capital of Peru?\", \"reference\": \"Lima\","
                + " \"cluster\": \"south\", \"year\": 1821}",
            "",
            "{\"id\": \"b\", \"prompt\": \"2/4?\", \"reference\": 0.50}");
    Map<String, Prompt> prompts =
        task.prompts(Split.TEST, 2, 1).stream()
            .collect(Collectors.toMap(prompt -> prompt.attributes().get("id"), prompt -> prompt));
    String lima = PromptId.of("mine", "Capital of Peru?\n", "Lima");
    String half = PromptId.of("mine", "2/4?\n", "0.50");
    assertThat(prompts)
        .containsEntry(
            "1",
            new Prompt(
                lima,
                "mine",
                "south",
                "Capital of Peru?\n",
                "Lima",
                Map.of("id", "1", "year", "1821")))
        .containsEntry("b", new Prompt(half, "mine", half, "2/4?\n", "0.50", Map.of("id", "b")));
  }

  @Test
  void reportsEveryWrongLine() {
    assertThatThrownBy(
            () ->
                read(
                    NumericJudge.withDefaults(),
                    "{\"id\": \"a\", \"prompt\": \"1+1\", \"reference\": \"2\"}",
                    "{\"id\": \"b\", \"prompt\": ",
                    "[1, 2]",
                    "{\"id\": \"a\", \"reference\": \"3\"}",
                    "{\"id\": \"c\", \"prompt\": \" \", \"reference\": \"many\"}",
                    "{\"id\": \"d\", \"prompt\": \"1+1\", \"reference\": \"2\"}",
                    "{\"id\": \"e\", \"prompt\": \"1+2\", \"reference\": null, \"cluster\": []}",
                    "{\"id\": \"f\", \"id\": \"g\", \"prompt\": \"1+3\", \"reference\": 4}",
                    "{\"id\": \"h\", \"prompt\": \"1+4\", \"reference\": 5} x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot read mine.jsonl line 2: not JSON at column ")
        .hasMessageContaining("Cannot read mine.jsonl line 3: not an object, expected " + SHAPE)
        .hasMessageContaining("Cannot read mine.jsonl line 4: no 'prompt', expected " + SHAPE)
        .hasMessageContaining(
            "Cannot read mine.jsonl line 4: id 'a' of line 1 again, expected each id once")
        .hasMessageContaining(
            "Cannot read mine.jsonl line 5: 'prompt' is \" \", expected a text that is not blank")
        .hasMessageContaining(
            "Cannot read mine.jsonl line 5: reference 'many', expected a number such as" + " -1.5")
        .hasMessageContaining(
            "Cannot read mine.jsonl line 6: the prompt and reference of line 1 again, expected each"
                + " pair once")
        .hasMessageContaining(
            "Cannot read mine.jsonl line 7: 'reference' is null, expected a text that is not blank")
        .hasMessageContaining(
            "Cannot read mine.jsonl line 7: 'cluster' is [], expected a text that is not blank")
        .hasMessageContaining(
            "Cannot read mine.jsonl line 8: not JSON at column 17 (Duplicate field 'id')")
        .hasMessageContaining("Cannot read mine.jsonl line 9: not JSON at column ");
  }

  @Test
  void longListsOfProblemsAreCut() {
    String[] lines = IntStream.range(0, 50).mapToObj(i -> "[]").toArray(String[]::new);
    assertThatThrownBy(() -> read(EXACT, lines))
        .hasMessageContaining("line 20: ")
        .hasMessageEndingWith("\n… and 30 more problems");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> read(EXACT, "", " "))
        .hasMessage(
            "Cannot read mine.jsonl: it is empty, expected a line " + SHAPE + " for each prompt");
  }

  @Test
  void everyPromptBelongsToEverySplitInAnOrderThatTheSeedGives() throws IOException {
    JsonlTask task = numbered(IntStream.range(0, 40));
    assertThat(task.prompts(Split.TEST, 40, 1)).isEqualTo(task.prompts(Split.TRAIN, 40, 1));
    assertThat(task.prompts(Split.TEST, 9, 1))
        .isEqualTo(task.prompts(Split.TEST, 40, 1).subList(0, 9));
    assertThat(task.prompts(Split.TEST, 40, 2))
        .isNotEqualTo(task.prompts(Split.TEST, 40, 1))
        .containsExactlyInAnyOrderElementsOf(task.prompts(Split.TEST, 40, 1));
  }

  @Test
  void theOrderOfTheLinesDoesNotMatter() throws IOException {
    assertThat(numbered(IntStream.range(0, 40).map(i -> 39 - i)).prompts(Split.TEST, 40, 1))
        .isEqualTo(numbered(IntStream.range(0, 40)).prompts(Split.TEST, 40, 1));
  }

  @Test
  void askingForMoreThanThereIsSaysHowManyThereAre() throws IOException {
    JsonlTask task = numbered(IntStream.range(0, 3));
    assertThatThrownBy(() -> task.prompts(Split.TEST, 4, 1))
        .hasMessage("Cannot draw 4 prompts of mine.jsonl: it holds 3; ask for fewer or add lines");
  }

  @Test
  void anotherJudgeChangesTheScorerAndNoPrompt() throws IOException {
    String line = "{\"id\": 1, \"prompt\": \"1+1\", \"reference\": 2}";
    JsonlTask exact = read(EXACT, line);
    JsonlTask numeric = read(NumericJudge.withDefaults(), line);
    assertThat(exact.scorer()).isNotEqualTo(numeric.scorer());
    assertThat(exact.prompts(Split.TEST, 1, 1)).isEqualTo(numeric.prompts(Split.TEST, 1, 1));
  }

  private static JsonlTask numbered(IntStream ids) throws IOException {
    return read(
        EXACT,
        ids.mapToObj(i -> "{\"id\": %d, \"prompt\": \"p%d\", \"reference\": \"r\"}".formatted(i, i))
            .toArray(String[]::new));
  }

  private static JsonlTask read(Judge judge, String... lines) throws IOException {
    return JsonlTask.read(
        "mine",
        "mine.jsonl",
        new StringReader(String.join("\n", lines)),
        List.of(judge),
        Template.plain());
  }
}
