package org.galton.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ScoreRoundsTest {
  private static final Partition CELL = new Partition("m", "t", "g");

  @Test
  void filesThatFollowOneAnotherTakeTwoRounds() {
    List<Set<String>> prompts =
        List.of(Set.of("a", "b"), Set.of("b", "c"), Set.of("c", "d"), Set.of("d", "e"));
    assertThat(ScoreRounds.of(files(4, 0), prompts)).extracting(List::size).containsExactly(2, 2);
  }

  @Test
  void whatNeedNotWaitIsInTheFirst() {
    assertThat(ScoreRounds.of(files(9, 0), Collections.nCopies(9, Set.of()))).hasSize(1);
  }

  @Test
  void judgesDoNotWaitForOneAnother() {
    List<ScoreTask.Unscored> files = new ArrayList<>(files(1, 0));
    files.addAll(files(1, 1));
    assertThat(ScoreRounds.of(files, List.of(Set.of("a"), Set.of("a")))).hasSize(1);
  }

  @RepeatedTest(20)
  void noTwoFilesOfARoundShareAPrompt() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<ScoreTask.Unscored> files = files(40, 0);
    List<Set<String>> prompts = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Set<String> some = new HashSet<>();
      for (int j = random.nextInt(5); j >= 0; j--) {
        some.add("p" + random.nextInt(60));
      }
      prompts.add(some);
    }
    List<List<ScoreTask.Unscored>> rounds = ScoreRounds.of(files, prompts);
    assertThat(rounds.stream().flatMap(List::stream)).hasSameElementsAs(files).hasSize(40);
    for (List<ScoreTask.Unscored> round : rounds) {
      List<String> asked =
          round.stream().flatMap(file -> prompts.get(files.indexOf(file)).stream()).toList();
      assertThat(asked).as("seed %d", seed).doesNotHaveDuplicates();
    }
  }

  private static List<ScoreTask.Unscored> files(int count, int scorer) {
    List<ScoreTask.Unscored> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(
          new ScoreTask.Unscored(
              new ScoreTask.Verdicts(0, scorer),
              CELL,
              new StoredFile("out/" + scorer + "/" + i, "rollouts-" + i + ".parquet", i)));
    }
    return files;
  }
}
