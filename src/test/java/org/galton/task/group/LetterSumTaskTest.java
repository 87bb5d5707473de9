package org.galton.task.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.galton.game.Position;
import org.galton.game.Style;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Lexicon;
import org.galton.game.letters.Rambling;
import org.galton.game.letters.WordList;
import org.galton.game.walk.Sampler;
import org.galton.game.walk.Step;
import org.galton.game.walk.Votes;
import org.galton.game.walk.WalkRules;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable.WorkedExample;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Test;

final class LetterSumTaskTest {
  private static final LetterSumOptions MARKS =
      LetterSumOptions.defaults()
          .withWalk(new WalkRules(Sampler.CHAIN, Votes.NONE, 4))
          .withWords(new LetterSum(100, Lexicon.LISTED, Style.MARKS));

  private static LetterSumTask task(LetterSumOptions options) {
    return new LetterSumTask("walks", options);
  }

  private static Prompt first(LetterSumTask task) {
    return task.prompts(Split.TEST, 1, 1).get(0);
  }

  private static String walk(LetterSumTask task, String... answers) {
    Position position = task.start(first(task), 1);
    for (String answer : answers) {
      position = position.after(List.of(answer));
    }
    return position.transcript();
  }

  @Test
  void everyStartIsAPrompt() {
    LetterSumTask task = task(LetterSumOptions.defaults().withStarts("buzzy", "attitude"));

    assertThat(task.prompts(Split.TEST, 2, 1))
        .extracting(Prompt::text)
        .containsExactly(
            "walk from buzzy: 200 steps, each from a word found so far, votes 1:1, listed words"
                + " that sum to 100, prose/1",
            "walk from attitude: 200 steps, each from a word found so far, votes 1:1, listed words"
                + " that sum to 100, prose/1");
    assertThat(first(task).attributes()).containsEntry("start", "buzzy");
  }

  @Test
  void furtherStartsAreDrawnFromTheList() {
    LetterSumTask task = task(MARKS);
    List<Prompt> all = task.prompts(Split.TEST, 1_307, 1);

    assertThat(all).extracting(Prompt::id).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(prompt -> prompt.attributes().get("start"))
        .containsExactlyInAnyOrderElementsOf(WordList.words())
        .startsWith("buzzy");
    assertThat(task.prompts(Split.TEST, 50, 1)).isEqualTo(all.subList(0, 50));
    assertThat(task.prompts(Split.VALIDATION, 50, 1)).isNotEqualTo(all.subList(0, 50));
    assertThat(task.prompts(Split.TEST, 50, 2)).isNotEqualTo(all.subList(0, 50));
    assertThatThrownBy(() -> task.prompts(Split.TEST, 1_308, 1))
        .hasMessage("Cannot make 1308 prompts of task walks: there are 1307 words to start from");
  }

  @Test
  void otherSumsHaveNoFurtherStarts() {
    LetterSumTask task =
        task(
            new LetterSumOptions(
                WalkRules.defaults(), new LetterSum(3, Lexicon.ANY, Style.PROSE), List.of("ab")));

    assertThat(task.mostPrompts()).isEqualTo(1);
    assertThat(
            task(MARKS.withWords(new LetterSum(100, Lexicon.ANY, Style.MARKS)).withStarts("zzzv"))
                .mostPrompts())
        .isEqualTo(1_308);
  }

  @Test
  void rulesMakeOtherPrompts() {
    assertThat(
            List.of(
                first(task(MARKS)).id(),
                first(task(MARKS.withWalk(MARKS.walk().withSampler(Sampler.POOL)))).id(),
                first(task(MARKS.withWalk(MARKS.walk().withSteps(5)))).id(),
                first(task(MARKS.withWalk(MARKS.walk().withVotes(new Votes(2, 2))))).id(),
                first(task(MARKS.withWords(new LetterSum(100, Lexicon.ANY, Style.MARKS)))).id(),
                first(task(MARKS.withWords(new LetterSum(100, Lexicon.LISTED, Style.PROSE)))).id()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theScoreIsTheShareOfStepsThatMoved() {
    LetterSumTask task = task(MARKS);
    String walk = walk(task, "attitude", "no word", "Buzzy", "buzzy");

    assertThat(task.verify(first(task), walk)).isEqualTo(new Verdict("2", true, false, 0.5));
    assertThat(task.steps(first(task), walk).orElseThrow())
        .extracting(Step::source)
        .containsExactly("buzzy", "attitude", "attitude", "buzzy");
  }

  @Test
  void aWalkThatNeverMovesIsWrongAndOtherTextIsNoWalk() {
    LetterSumTask task = task(MARKS);

    assertThat(task.verify(first(task), walk(task, "no", "none", "buzzy", "attorney")))
        .isEqualTo(new Verdict("1", false, false, 0));
    assertThat(task.verify(first(task), "attitude")).isEqualTo(new Verdict("", false, false, 0));
    assertThat(task.verify(first(task), walk(task, "attitude")))
        .isEqualTo(new Verdict("", false, false, 0));
    assertThat(task.steps(first(task), "attitude")).isEmpty();
  }

  @Test
  void eachAnswerIsATurn() {
    assertThat(task(MARKS).mostTurns()).isEqualTo(4);
    assertThat(task(MARKS.withWalk(MARKS.walk().withVotes(new Votes(5, 3)))).mostTurns())
        .isEqualTo(20);
    assertThat(task(MARKS).answerEnds()).containsExactly("\n");
    assertThat(task(LetterSumOptions.defaults()).answerEnds()).isEmpty();
  }

  @Test
  void examplesTeachTheRambler() {
    LetterSumTask task = task(MARKS);
    for (long index = 0; index < 500; index++) {
      WorkedExample example = task.example(1, index);
      assertThat(example).isEqualTo(task.example(1, index));
      assertThat(example.prompt()).endsWith(">");
      assertThat(Rambling.words())
          .contains(
              example.prompt().substring(0, example.prompt().length() - 1),
              example.completion().substring(0, example.completion().length() - 1));
      assertThat(example.completion()).endsWith("\n");
    }
  }

  @Test
  void startsAreWordsThatCount() {
    assertThatThrownBy(() -> MARKS.withStarts("attorney"))
        .hasMessage("Invalid start 'attorney': its letters sum to 118, expected 100");
    assertThatThrownBy(() -> MARKS.withStarts("zzzv"))
        .hasMessage(
            "Invalid start 'zzzv': it is not in the word list; expected a word that is, or words:"
                + " any");
    assertThatThrownBy(() -> MARKS.withStarts("Buzzy"))
        .hasMessage("Invalid start 'Buzzy': expected a word of 1 to 30 letters from a to z");
    assertThatThrownBy(() -> MARKS.withStarts("buzzy", "buzzy"))
        .hasMessage("Invalid starts [buzzy, buzzy]: expected one or more words, none twice");
  }

  @Test
  void optionsAreReadFromAPromptsText() {
    LetterSumOptions any =
        LetterSumOptions.defaults()
            .withWalk(new WalkRules(Sampler.CHAIN, new Votes(3, 2), 2000))
            .withWords(new LetterSum(100, Lexicon.ANY, Style.MARKS))
            .withStarts("zzzv");
    for (LetterSumOptions options : List.of(LetterSumOptions.defaults(), MARKS, any)) {
      assertThat(LetterSumOptions.read(first(task(options)).text())).contains(options);
    }
    String text = first(task(MARKS)).text();
    for (String other :
        List.of(
            "",
            text + " ",
            text.replace("buzzy", "attorney"),
            text.replace("4 steps", "2001 steps"),
            text.replace("1:1", "3:1"),
            text.replace("to 100", "to 90"),
            text.replace("marks/1", "marks/2"))) {
      assertThat(LetterSumOptions.read(other)).as(other).isEmpty();
    }
  }
}
