package org.galton.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Verdicts are passed on other machines. */
final class TravellingTaskTest {
  private static final String LINE = "{\"id\": \"1\", \"prompt\": \"2*3?\", \"reference\": \"6\"}";

  @TestFactory
  Stream<DynamicTest> taskThatTravelledPosesAndJudgesAsBefore() throws IOException {
    return Stream.of(
            ArithmeticTask.withDefaults(),
            CountdownTask.withDefaults(),
            jsonl(new ExactJudge(ExactJudge.LetterCase.DISTINGUISHED)),
            jsonl(new RegexJudge("is (\\d+)")))
        .map(task -> DynamicTest.dynamicTest(task.scorer(), () -> travels(task)));
  }

  private static Task jsonl(Judge judge) throws IOException {
    return JsonlTask.read(
        "mine", "mine.jsonl", new StringReader(LINE), judge, new Template("{question}"));
  }

  private static void travels(Task task) throws IOException, ClassNotFoundException {
    Task arrived = arrived(task);
    List<Prompt> prompts = task.prompts(Split.TEST, 1, 3);

    assertThat(arrived.prompts(Split.TEST, 1, 3)).isEqualTo(prompts);
    assertThat(arrived.scorer()).isEqualTo(task.scorer());
    for (String completion : List.of("6", "it is 6", "answer=6", "")) {
      assertThat(arrived.verify(prompts.get(0), completion))
          .isEqualTo(task.verify(prompts.get(0), completion));
    }
  }

  private static Task arrived(Task task) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(task);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Task) in.readObject();
    }
  }
}
