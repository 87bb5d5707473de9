package org.galton.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.galton.game.GroupSearch;
import org.galton.task.arithmetic.ArithmeticTask;
import org.galton.task.arithmetic.CountdownTask;
import org.galton.task.facts.FactsOptions;
import org.galton.task.facts.FactsTask;
import org.galton.task.group.GroupSearchTask;
import org.galton.task.group.LetterSumOptions;
import org.galton.task.group.LetterSumTask;
import org.galton.task.jsonl.JsonlTask;
import org.galton.task.judge.ExactJudge;
import org.galton.task.judge.MathJudge;
import org.galton.task.judge.NumericJudge;
import org.galton.task.judge.RegexJudge;
import org.galton.task.secret.SecretTask;
import org.galton.task.secret.SecretWorld;
import org.junit.jupiter.api.Test;

class TaskTravelTest {
  @Test
  void everyTaskJudgesTheSameOnAnotherMachine() throws Exception {
    String line = "{\"id\": \"1\", \"prompt\": \"one\", \"reference\": \"1\"}";
    List<Judge> judges =
        List.of(
            new ExactJudge(ExactJudge.LetterCase.IGNORED),
            new NumericJudge("answer=", BigDecimal.ZERO),
            MathJudge.withDefaults(),
            new RegexJudge("([0-9]+)"));
    for (Judge judge : judges) {
      assertTravels(
          JsonlTask.read(
              "mine", "mine.jsonl", new StringReader(line), List.of(judge), Template.plain()),
          1);
    }
    assertTravels(ArithmeticTask.withDefaults(), 20);
    assertTravels(CountdownTask.withDefaults(), 20);
    assertTravels(new SecretTask("secret", SecretWorld.TABOO, Optional.of("moon")), 20);
    assertTravels(new FactsTask("facts", FactsOptions.defaults().withWorld(7)), 20);
    assertTravels(new GroupSearchTask("games", GroupSearch.defaults()), 20);
    assertTravels(new LetterSumTask("walks", LetterSumOptions.defaults()), 20);
  }

  private static void assertTravels(Task task, int count) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(task);
    }
    Task arrived =
        (Task) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    List<Prompt> prompts = task.prompts(Split.TEST, count, 1);
    assertThat(arrived.scorer()).isEqualTo(task.scorer());
    assertThat(arrived.prompts(Split.TEST, count, 1)).isEqualTo(prompts);
    assertThat(arrived.verify(prompts.get(0), "answer=1"))
        .isEqualTo(task.verify(prompts.get(0), "answer=1"));
  }
}
