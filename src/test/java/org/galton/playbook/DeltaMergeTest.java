package org.galton.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeltaMergeTest {
  private static final DeltaMerge PLAIN = new DeltaMerge(Optional.empty(), new TokenBudget(80_000));

  private static RolloutDelta delta(String rollout, Operation... operations) {
    return new RolloutDelta(rollout, List.of(), List.of(operations));
  }

  private static Playbook playbook(String text) {
    return PlaybookText.parse(text, "the test's");
  }

  /** The known answer of the method's description. */
  @Test
  void tagsAreCountedAndNewBulletsAreNumberedInTheirSections() {
    Playbook before = playbook("## A\n[a-00001] helpful=0 harmful=0 :: x\n\n## OTHERS\n");
    RolloutDelta delta =
        new RolloutDelta(
            "r1",
            List.of(new BulletTag("a-00001", Tag.HELPFUL), new BulletTag("a-00009", Tag.HARMFUL)),
            List.of(new Operation.Add("A", "y"), new Operation.Add("Z", "z")));

    Merged merged = PLAIN.merge(before, List.of(delta));

    assertThat(merged.playbook().text())
        .isEqualTo(
            """
            ## A
            [a-00001] helpful=1 harmful=0 :: x
            [a-00002] helpful=0 harmful=0 :: y

            ## OTHERS
            [misc-00003] helpful=0 harmful=0 :: z""");
    assertThat(merged.tagged()).isEqualTo(1);
    assertThat(merged.unknownTags()).isEqualTo(1);
    assertThat(merged.applied()).isEqualTo(2);
    assertThat(merged.ignored()).isZero();
  }

  @Test
  void aMergeKeepsTheOldestAndAddsAllCounts() {
    Playbook before =
        playbook(
            "## A\n[a-00002] helpful=3 harmful=1 :: two\n[a-00001] helpful=1 harmful=0 :: one\n"
                + "## B\n[b-00005] helpful=0 harmful=4 :: five\n");

    Merged merged =
        PLAIN.merge(
            before,
            List.of(delta("r", new Operation.Merge(List.of("b-00005", "a-00001", "x-00007"), ""))));

    assertThat(merged.playbook().text())
        .isEqualTo(
            "## A\n[a-00002] helpful=3 harmful=1 :: two\n[a-00001] helpful=1 harmful=4 :: one\n\n## B");
    assertThat(merged.playbook().removed()).containsExactly("b-00005");
  }

  @Test
  void aDeletedIdIsNeverGivenAgainAndNoLaterOperationFindsIt() {
    Playbook before = playbook("## A\n[a-00007] helpful=0 harmful=2 :: bad\n");

    Merged merged =
        PLAIN.merge(
            before,
            List.of(
                delta("r2", new Operation.Update("a-00007", "better"), new Operation.Add("A", "n")),
                delta("r1", new Operation.Delete("a-00007"))));

    assertThat(merged.playbook().text()).isEqualTo("## A\n[a-00008] helpful=0 harmful=0 :: n");
    assertThat(merged.playbook().removed()).containsExactly("a-00007");
    assertThat(merged.applied()).isEqualTo(2);
    assertThat(merged.ignored()).isEqualTo(1);
  }

  @Test
  void anIdThatTheStepItselfGivesIsUnknownToIt() {
    Merged merged =
        PLAIN.merge(
            Playbook.of(List.of("A")),
            List.of(delta("r1", new Operation.Add("A", "y"), new Operation.Delete("a-00001"))));

    assertThat(merged.playbook().bullets()).hasSize(1);
    assertThat(merged.ignored()).isEqualTo(1);
  }

  @Test
  void hyphensFindTheirSection() {
    Playbook before = Playbook.of(List.of("PROBLEM-SOLVING HEURISTICS", "OTHERS"));

    Merged merged =
        PLAIN.merge(
            before, List.of(delta("r", new Operation.Add("problem_solving_heuristics", "y"))));

    assertThat(merged.playbook().bullets()).extracting(Bullet::id).containsExactly("prob-00001");
  }

  /** Line ends and control characters would make other lines of the playbook. */
  @Test
  void aTextIsOneLine() {
    Merged merged =
        PLAIN.merge(
            Playbook.of(List.of("A")),
            List.of(
                delta(
                    "r",
                    new Operation.Add(
                        "A", "y\n## B\n[b-00009] helpful=9 harmful=0 :: z\u0000\u001b[1m"),
                    new Operation.Add("A", " \n\u0007"))));

    assertThat(merged.playbook().text())
        .isEqualTo(
            "## A\n[a-00001] helpful=0 harmful=0 :: y ## B [b-00009] helpful=9 harmful=0 :: z [1m");
    assertThat(merged.ignored()).isEqualTo(1);
  }

  @Test
  void theBudgetDropsProblematicThenUnusedThenLeastHelpfulTheOldestFirst() {
    Playbook before =
        playbook(
            "## A\n[a-00001] helpful=2 harmful=0 :: used\n[a-00002] helpful=0 harmful=0 :: new\n"
                + "[a-00003] helpful=1 harmful=1 :: bad\n[a-00004] helpful=9 harmful=0 :: good\n"
                + "[a-00005] helpful=0 harmful=0 :: newer\n[a-00006] helpful=0 harmful=3 :: worse\n");
    int line = Tokens.of("[a-00001] helpful=2 harmful=0 :: used");

    assertThat(left(before, 5 * line)).containsExactly(1, 2, 4, 5);
    assertThat(left(before, 4 * line)).containsExactly(1, 4, 5);
    assertThat(left(before, 3 * line)).containsExactly(1, 4);
    assertThat(left(before, 2 * line)).containsExactly(4);
    assertThat(left(before, 1)).isEmpty();
  }

  /** A heading takes three tokens of its own, so that one bullet fewer than {@code lines} fits. */
  private static List<Integer> left(Playbook playbook, int budget) {
    return new DeltaMerge(Optional.empty(), new TokenBudget(budget))
        .merge(playbook, List.of()).playbook().bullets().stream().map(Bullet::number).toList();
  }

  @Test
  void duplicatesJoinTheOldestAndCountsAddUp() {
    Playbook before =
        playbook(
            "## A\n[a-00003] helpful=2 harmful=1 :: carry the one in sums\n"
                + "[a-00001] helpful=1 harmful=0 :: Carry the one in sums.\n"
                + "## B\n[b-00002] helpful=0 harmful=5 :: read the question twice\n");

    Merged merged =
        new DeltaMerge(Optional.of(new Duplicates(0.9)), new TokenBudget(1000))
            .merge(before, List.of());

    assertThat(merged.playbook().text())
        .isEqualTo(
            "## A\n[a-00001] helpful=3 harmful=1 :: Carry the one in sums.\n\n"
                + "## B\n[b-00002] helpful=0 harmful=5 :: read the question twice");
    assertThat(merged.joined()).isEqualTo(1);
  }

  @Test
  void aGroupIsMadeOfItsSeedNotOfChains() {
    assertThat(Duplicates.cosine("abcd", "abcd")).isEqualTo(1);
    // abc, bcd against bcd, cde: one of two shared.
    assertThat(Duplicates.cosine("abcd", "bcde")).isEqualTo(0.5);
    Playbook chain =
        playbook(
            "## A\n[a-00001] helpful=1 harmful=0 :: abcd\n[a-00002] helpful=1 harmful=0 :: bcde\n"
                + "[a-00003] helpful=1 harmful=0 :: cdef\n");

    assertThat(new Duplicates(0.5).join(chain).text())
        .isEqualTo(
            "## A\n[a-00001] helpful=2 harmful=0 :: abcd\n[a-00003] helpful=1 harmful=0 :: cdef");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfArrivalDoesNotMatter(long seed) {
    Random random = new Random(seed);
    Playbook before = Playbook.of(List.of("A", "B-C D", "OTHERS"));
    DeltaMerge merge = new DeltaMerge(Optional.of(new Duplicates(0.95)), new TokenBudget(400));
    for (int step = 0; step < 6; step++) {
      List<RolloutDelta> deltas = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        deltas.add(random(random, "rollout-" + i, before));
      }
      Merged first = merge.merge(before, deltas);
      for (int again = 0; again < 5; again++) {
        Collections.shuffle(deltas, random);
        assertThat(merge.merge(before, deltas)).as("seed %d", seed).isEqualTo(first);
      }
      // What was printed is what goes on: nothing of a playbook is outside of its text, but what is
      // gone.
      Playbook read = playbook(first.playbook().text());
      assertThat(read.sections()).isEqualTo(first.playbook().sections());
      assertThat(first.playbook().next()).isGreaterThanOrEqualTo(read.next());
      assertThat(first.playbook().byId().keySet()).noneMatch(first.playbook().removed()::contains);
      before = first.playbook();
    }
    assertThat(before.bullets()).isNotEmpty();
    assertThat(before.removed()).isNotEmpty();
  }

  private static RolloutDelta random(Random random, String rollout, Playbook playbook) {
    List<BulletTag> tags = new ArrayList<>();
    List<Operation> operations = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      tags.add(new BulletTag(id(random, playbook), Tag.values()[random.nextInt(3)]));
      operations.add(
          switch (random.nextInt(6)) {
            case 0 -> new Operation.Update(id(random, playbook), "text " + random.nextInt());
            case 1 ->
                new Operation.Merge(
                    List.of(id(random, playbook), id(random, playbook), id(random, playbook)), "");
            case 2 -> new Operation.Delete(id(random, playbook));
            default ->
                new Operation.Add(
                    List.of("a", "b_c d", "nowhere").get(random.nextInt(3)),
                    "rule " + random.nextInt(1000));
          });
    }
    return new RolloutDelta(rollout, tags, operations);
  }

  private static String id(Random random, Playbook playbook) {
    List<Bullet> bullets = playbook.bullets();
    return bullets.isEmpty() || random.nextInt(5) == 0
        ? "a-00001"
        : bullets.get(random.nextInt(bullets.size())).id();
  }
}
