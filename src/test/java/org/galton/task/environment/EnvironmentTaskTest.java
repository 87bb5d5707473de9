package org.galton.task.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.environment.History;
import org.galton.environment.TurnForm;
import org.galton.game.Position;
import org.galton.game.Style;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable;
import org.galton.task.Verdict;
import org.galton.task.kind.TaskKinds;
import org.junit.jupiter.api.Test;

/** Episodes as prompts, and transcripts as completions. */
final class EnvironmentTaskTest {
  private static final EpisodeOptions OPTIONS =
      EpisodeOptions.of("hanoi/easy").withStyle(Style.MARKS).withHistory(0);
  private static final EnvironmentTask TASK = new EnvironmentTask("towers", OPTIONS);
  private static final Prompt PROMPT = TASK.prompts(Split.TEST, 1, 42).get(0);

  private static String played(EnvironmentTask task, Prompt prompt, String... actions) {
    Position position = task.start(prompt, 0);
    for (String action : actions) {
      position = position.after(List.of(action));
    }
    return position.transcript();
  }

  private static final String[] SHORTEST = {"A C", "A B", "C B", "A C", "B A", "B C", "A C"};

  @Test
  void aWonEpisodeIsRightWithItsReturnAsReward() {
    assertThat(TASK.verify(PROMPT, played(TASK, PROMPT, SHORTEST)))
        .isEqualTo(new Verdict("A C", true, false, 1));
    EnvironmentTask discounted = new EnvironmentTask("towers", OPTIONS.withDiscount(.9));
    assertThat(discounted.verify(PROMPT, played(TASK, PROMPT, SHORTEST)).reward())
        .isCloseTo(Math.pow(.9, 6), within(1e-12));
    assertThat(discounted.scorer()).isEqualTo("environment/1{discount=0.9}");
    assertThat(TASK.scorer()).isEqualTo("environment/1");
  }

  @Test
  void aFormatErrorHasNoAnswerAndWhatIsNoTranscriptNeither() {
    Verdict none = new Verdict("", false, false, 0);
    assertThat(TASK.verify(PROMPT, played(TASK, PROMPT, "A C", "hello"))).isEqualTo(none);
    assertThat(TASK.verify(PROMPT, "A C")).isEqualTo(none);
    assertThat(TASK.verify(PROMPT, played(TASK, PROMPT, "A C"))).as("not over").isEqualTo(none);
  }

  @Test
  void promptsAreTheSameEpisodesForEveryStyle() {
    EnvironmentTask prose = new EnvironmentTask("towers", EpisodeOptions.of("hanoi/easy"));
    List<Prompt> marks = TASK.prompts(Split.TEST, 20, 42);
    assertThat(prose.prompts(Split.TEST, 20, 42))
        .extracting(Prompt::reference)
        .isEqualTo(marks.stream().map(Prompt::reference).toList())
        .doesNotHaveDuplicates();
    assertThat(TASK.prompts(Split.TEST, 5, 42)).isEqualTo(marks.subList(0, 5));
    assertThat(TASK.prompts(Split.TRAIN, 20, 42)).doesNotContainAnyElementsOf(marks);
    assertThat(prose.prompts(Split.TEST, 1, 42).get(0).id()).isNotEqualTo(marks.get(0).id());
  }

  @Test
  void aPromptTellsItsEpisode() {
    assertThat(PROMPT.text())
        .isEqualTo(
            "environment hanoi/easy/1, seed %s, marks/1, history 0".formatted(PROMPT.reference()));
    EpisodeOptions.Told told = EpisodeOptions.read(PROMPT.text()).orElseThrow();
    assertThat(told.seed()).isEqualTo(Long.parseLong(PROMPT.reference()));
    assertThat(told.rules()).isEqualTo(OPTIONS.rules());
    for (String other :
        List.of(
            PROMPT.text().replace("easy/1", "easy/2"),
            PROMPT.text().replace("hanoi", "chess"),
            PROMPT.text().replace("history 0", "history 101"),
            PROMPT.text().replaceAll("seed [0-9]+", "seed 9999999999999999999"),
            "6 · 7")) {
      assertThat(EpisodeOptions.read(other)).as(other).isEmpty();
    }
  }

  @Test
  void turnsAsAChatAreOtherPromptsOfTheSameEpisodes() {
    EpisodeOptions chat = EpisodeOptions.of("lookup/easy").withTurns(TurnForm.CHAT);
    EnvironmentTask task = new EnvironmentTask("towns", chat);
    Prompt prompt = task.prompts(Split.TEST, 1, 42).get(0);
    assertThat(prompt.text())
        .isEqualTo(
            "environment lookup/easy/1, seed %s, prose/1, history all, turns chat/1"
                .formatted(PROMPT.reference()));
    assertThat(EpisodeOptions.read(prompt.text()).orElseThrow().rules()).isEqualTo(chat.rules());
    assertThat(EpisodeOptions.read(prompt.text().replace("prose/1", "marks/1"))).isEmpty();
    assertThat(TaskKinds.keys(task)).containsEntry("turns", "chat");
    assertThat(task.example(1, 1).prompt()).startsWith("Answer a question about towns");
    assertThatThrownBy(() -> chat.withStyle(Style.MARKS))
        .hasMessageStartingWith("Invalid style 'marks' with turns as a chat");
  }

  @Test
  void aWorkedExampleIsATurnOfTheSolver() {
    for (long index = 0; index < 20; index++) {
      Trainable.WorkedExample example = TASK.example(1, index);
      assertThat(example.prompt()).startsWith("hanoi/easy ").endsWith("=");
      assertThat(example.completion()).matches("[ABC] [ABC];");
    }
  }

  @Test
  void chanceTeachesWhereItIsAskedTo() {
    EnvironmentTask chance =
        new EnvironmentTask(
            "guess",
            EpisodeOptions.of("guess-the-number/easy")
                .withStyle(Style.MARKS)
                .withHistory(0)
                .withExamples(Teacher.RANDOM));
    Set<String> first = new HashSet<>();
    for (long index = 0; index < 200; index++) {
      Trainable.WorkedExample example = chance.example(1, index);
      assertThat(example.completion()).matches("([1-9]|10);");
      if (example.prompt().equals("guess-the-number/easy =")) {
        first.add(example.completion());
      }
    }
    assertThat(first).as("the solver always begins with 5").hasSizeGreaterThan(5);
    assertThat(TaskKinds.keys(chance)).containsEntry("examples", "random");
  }

  @Test
  void keysAreWrittenAsTheyAreRead() {
    assertThat(TaskKinds.keys(TASK))
        .isEqualTo(
            Map.of(
                "name", "towers",
                "kind", "environment",
                "environment", "hanoi/easy",
                "style", "marks",
                "history", "0",
                "discount", 1.0));
    assertThatThrownBy(() -> EpisodeOptions.of("chess/easy"))
        .hasMessageStartingWith("Invalid environment 'chess/easy': expected one of guess-the-");
    assertThatThrownBy(() -> OPTIONS.withDiscount(0))
        .hasMessage("Invalid discount 0.0: expected a number above 0 and at most 1");
    assertThat(new History(History.MOST)).hasToString("all");
  }
}
