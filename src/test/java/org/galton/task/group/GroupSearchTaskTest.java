package org.galton.task.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.galton.game.Condition;
import org.galton.game.Contribution;
import org.galton.game.GroupSearch;
import org.galton.game.Marks;
import org.galton.game.Mode;
import org.galton.game.Position;
import org.galton.game.Style;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable.WorkedExample;
import org.galton.task.Verdict;
import org.junit.jupiter.api.Test;

final class GroupSearchTaskTest {
  private static final GroupSearch RULES =
      GroupSearch.defaults().withStyle(Style.MARKS).withPlayers(2).withRounds(3);

  private static GroupSearchTask task(GroupSearch rules) {
    return new GroupSearchTask("games", rules);
  }

  @Test
  void everyGameIsAPromptOfItsOwn() {
    List<Prompt> prompts = task(GroupSearch.defaults()).prompts(Split.TEST, 300, 1);

    assertThat(prompts).extracting(Prompt::id).doesNotHaveDuplicates();
    assertThat(prompts.subList(0, 200))
        .isEqualTo(task(GroupSearch.defaults()).prompts(Split.TEST, 200, 1));
    assertThat(prompts.get(0).text())
        .isEqualTo("game 1: sum of 10 players, at most 20 rounds, prose/1, plain");
    assertThat(prompts)
        .allSatisfy(
            prompt ->
                assertThat(Integer.parseInt(prompt.reference()))
                    .isEqualTo(Integer.parseInt(prompt.attributes().get("target")))
                    .isBetween(51, 100));
  }

  @Test
  void conditionsPlayTheSameGamesUnderIdsOfTheirOwn() {
    Set<String> ids = new HashSet<>();
    for (Condition condition : Condition.values()) {
      for (Style style : Style.values()) {
        List<Prompt> prompts =
            task(GroupSearch.defaults().withCondition(condition).withStyle(style))
                .prompts(Split.TEST, 20, 1);
        assertThat(prompts)
            .extracting(Prompt::attributes)
            .isEqualTo(
                task(GroupSearch.defaults()).prompts(Split.TEST, 20, 1).stream()
                    .map(Prompt::attributes)
                    .toList());
        prompts.forEach(prompt -> ids.add(prompt.id()));
      }
    }
    assertThat(ids).hasSize(120);
  }

  @Test
  void splitsAndSeedsPlayOtherGames() {
    List<Prompt> test = task(GroupSearch.defaults()).prompts(Split.TEST, 20, 1);
    for (List<Prompt> others :
        List.of(
            task(GroupSearch.defaults()).prompts(Split.VALIDATION, 20, 1),
            task(GroupSearch.defaults()).prompts(Split.TEST, 20, 2))) {
      assertThat(personas(others)).doesNotContainAnyElementsOf(personas(test));
    }
  }

  private static List<String> personas(List<Prompt> prompts) {
    return prompts.stream().map(prompt -> prompt.attributes().get("personas")).toList();
  }

  @Test
  void meansMayHaveAnyTarget() {
    assertThat(
            task(GroupSearch.defaults().withMode(Mode.MEAN)).prompts(Split.TEST, 2_000, 1).stream()
                .map(prompt -> Integer.parseInt(prompt.reference()))
                .collect(Collectors.toSet()))
        .hasSize(101)
        .contains(0, 100);
  }

  @Test
  void aHitIsRight() {
    GroupSearchTask task = task(RULES);
    Prompt prompt = task.prompts(Split.TEST, 1, 1).get(0);
    int target = Integer.parseInt(prompt.reference());
    String hit =
        task.start(prompt, 1)
            .after(List.of("0", "0"))
            .after(List.of("50", Integer.toString(target - 50)))
            .transcript();

    assertThat(task.verify(prompt, hit)).isEqualTo(new Verdict(prompt.reference(), true, false, 1));
    assertThat(task.trajectory(prompt, hit))
        .hasValueSatisfying(
            game -> {
              assertThat(game.group()).isEqualTo("game-1");
              assertThat(game.target()).hasValue(target);
              assertThat(game.success()).isTrue();
              assertThat(game.contributions())
                  .containsExactly(
                      new Contribution(1, "player-01", 0),
                      new Contribution(1, "player-02", 0),
                      new Contribution(2, "player-01", 50),
                      new Contribution(2, "player-02", target - 50));
            });
  }

  @Test
  void aGameWithoutAHitIsWrongAndNoGameIsNoAnswer() {
    GroupSearchTask task = task(RULES);
    Prompt prompt = task.prompts(Split.TEST, 1, 1).get(0);
    Position position = task.start(prompt, 1);
    while (!position.over()) {
      position = position.after(List.of("3", "4"));
    }

    assertThat(task.verify(prompt, position.transcript()))
        .isEqualTo(new Verdict("7", false, false, 0));
    assertThat(task.verify(prompt, "7")).isEqualTo(new Verdict("", false, false, 0));
    assertThat(task.trajectory(prompt, "7")).isEmpty();
  }

  @Test
  void examplesTeachLegalGames() {
    for (Condition condition : Condition.values()) {
      for (Mode mode : Mode.values()) {
        GroupSearchTask task = task(GroupSearch.defaults().withCondition(condition).withMode(mode));
        for (long index = 0; index < 200; index++) {
          WorkedExample example = task.example(1, index);
          assertThat(example).isEqualTo(task.example(1, index));
          assertThat(example.completion()).endsWith(Marks.ANSWER_END);
          Marks marks = Marks.read(example.prompt() + example.completion() + "<").orElseThrow();
          assertThat(marks.opening()).isEqualTo(example.prompt());
          assertThat(marks.mode()).isEqualTo(mode);
          assertThat(marks.persona().isPresent()).isEqualTo(condition != Condition.PLAIN);
          assertThat(marks.moves())
              .hasSizeBetween(1, 20)
              .allSatisfy(move -> assertThat(move.guess()).isBetween(0, mode.highest()));
        }
      }
    }
  }
}
