package org.galton.study.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.run.RunWriter;
import org.galton.spec.SpecSource;
import org.galton.statistics.Moments;
import org.galton.study.playbook.row.PlaybookAnswerRow;
import org.galton.study.playbook.row.PlaybookRow;
import org.galton.study.playbook.row.PlaybookScoreRow;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaybookJobTest {
  private static final String SPEC =
      """
      seed: 1
      task: {name: arithmetic, operations: [add, sub], levels: [1, 2, 3]}
      train: 40
      test: 60
      evaluate: 1000
      generator: calibrated
      calibrated: {base: 0.3, known: 0.8, finds: 0.4, forgets: 0.1, garbage: 0.2}
      """;

  static PlaybookSpec spec(String... overrides) {
    return PlaybookSpec.read(
        new SpecSource("spec.yaml", SPEC, List.of(overrides)),
        path -> {
          throw new FileNotFoundException(path);
        });
  }

  private static Asking calibrated(PlaybookSpec spec) {
    CalibratedRoles roles = new CalibratedRoles(spec.skill(), spec.task());
    return calls -> calls.stream().map(roles::reply).toList();
  }

  private static PlaybookResult run(PlaybookSpec spec) {
    return PlaybookJob.run(spec, "run", calibrated(spec), Journal.NONE);
  }

  /**
   * Probability that a wrong answer ends in a lesson with the rule: it is found in a round with
   * probability finds, and the last round counts. Another try is right with probability known after
   * the rule, else with the one given.
   */
  private static double learned(Skill skill, double without, int rounds) {
    double after = skill.finds();
    for (int round = 2; round <= rounds; round++) {
      after =
          skill.finds() * (skill.known() + (1 - skill.known()) * after)
              + (1 - skill.finds()) * (1 - without) * after;
    }
    return after;
  }

  /**
   * With P the probability that the rule of a class is there, a prompt of it is right with
   * probability base + (known - base) P. Of single deltas P is 1 - (1 - (1 - base) f (1 -
   * garbage))^n after n prompts of the class.
   */
  @Test
  void aPlaybookIsWorthWhatItsRolesCan() {
    for (int rounds : List.of(1, 3)) {
      List<Double> surplus = new ArrayList<>();
      for (int seed = 0; seed < 30; seed++) {
        PlaybookSpec spec = spec("seed=" + seed, "rounds=" + rounds, "arms=[ace]");
        Skill skill = spec.skill();
        double each =
            (1 - skill.base()) * learned(skill, skill.base(), rounds) * (1 - skill.garbage());
        Map<String, Integer> seen = new HashMap<>();
        train(spec).forEach(prompt -> seen.merge(kind(prompt), 1, Integer::sum));
        surplus.add(surplus(spec, kind -> 1 - Math.pow(1 - each, seen.getOrDefault(kind, 0))));
      }
      assertIsZeroInTheMean(surplus);
    }
  }

  /** What is written anew is forgotten rule by rule: a recurrence for each class. */
  @Test
  void aRewrittenContextIsWorthWhatItsRolesCan() {
    for (int rounds : List.of(1, 3)) {
      List<Double> surplus = new ArrayList<>();
      for (int seed = 0; seed < 30; seed++) {
        PlaybookSpec spec = spec("seed=" + seed, "rounds=" + rounds, "arms=[rewrite]");
        Skill skill = spec.skill();
        double kept = 1 - skill.forgets();
        double foundAnew = (1 - skill.base()) * learned(skill, skill.base(), rounds);
        double foundAgain = (1 - skill.known()) * learned(skill, skill.known(), rounds);
        Map<String, Double> there = new HashMap<>();
        for (Prompt prompt : train(spec)) {
          there.replaceAll(
              (kind, p) -> kind.equals(kind(prompt)) ? p : forgotten(skill, p * kept, p));
          double p = there.getOrDefault(kind(prompt), 0.0);
          double written = p * (kept + skill.forgets() * foundAgain) + (1 - p) * foundAnew;
          there.put(kind(prompt), forgotten(skill, written, p));
        }
        surplus.add(surplus(spec, kind -> there.getOrDefault(kind, 0.0)));
      }
      assertIsZeroInTheMean(surplus);
    }
  }

  /** A reply that is garbage leaves the text as it was. */
  private static double forgotten(Skill skill, double written, double before) {
    return (1 - skill.garbage()) * written + skill.garbage() * before;
  }

  private interface Presence {
    double of(String kind);
  }

  /** Measured minus expected accuracy in the end. */
  private static double surplus(PlaybookSpec spec, Presence presence) {
    Skill skill = spec.skill();
    DoubleUnaryOperator right = p -> skill.base() + (skill.known() - skill.base()) * p;
    double expected =
        spec.task().prompts(Split.TEST, spec.test(), spec.seed()).stream()
            .mapToDouble(prompt -> right.applyAsDouble(presence.of(kind(prompt))))
            .average()
            .orElseThrow();
    List<PlaybookScoreRow> scores = run(spec).scores();
    return scores.get(scores.size() - 1).accuracy() - expected;
  }

  private static void assertIsZeroInTheMean(List<Double> surplus) {
    double[] values = surplus.stream().mapToDouble(value -> value).toArray();
    double error = Moments.standardError(values).orElseThrow();
    // Below 0.02: a rule more or less in six would move accuracy by 0.08.
    assertThat(error).isLessThan(0.02);
    assertThat(Math.abs(Moments.mean(values))).isLessThan(4 * error);
  }

  private static List<Prompt> train(PlaybookSpec spec) {
    return spec.task().prompts(Split.TRAIN, spec.train(), spec.seed());
  }

  private static String kind(Prompt prompt) {
    return prompt.attributes().toString();
  }

  @Test
  void theFixedPromptIsAskedOnceAndIsWhereAllArmsBegin() {
    PlaybookResult result = run(spec("evaluate=10", "batch=4"));

    assertThat(result.scores()).filteredOn(row -> row.arm().equals("fixed")).hasSize(1);
    assertThat(result.scores())
        .filteredOn(row -> row.step() == 0)
        .hasSize(3)
        .extracting(PlaybookScoreRow::correct)
        .containsOnly(result.scores().get(0).correct());
    assertThat(result.versions()).filteredOn(row -> row.arm().equals("ace")).hasSize(11);
    assertThat(last(result, "ace").tokens()).isGreaterThan(last(result, "rewrite").tokens());
    // 60 test prompts at step 0 and twice later for each arm that learns, and 40 to learn from.
    assertThat(result.answers()).hasSize(60 + 2 * (2 * 60 + 40));
  }

  @Test
  void onlineEachPromptIsAnsweredBeforeItIsLearnedFrom() {
    PlaybookSpec spec =
        PlaybookSpec.read(
            new SpecSource("s", SPEC.replace("train: 40\n", "mode: online\n"), List.of("test=80")),
            path -> {
              throw new FileNotFoundException(path);
            });
    PlaybookResult result = run(spec);

    assertThat(result.scores())
        .extracting(PlaybookScoreRow::arm, PlaybookScoreRow::prompts, PlaybookScoreRow::phase)
        .containsExactly(
            tuple("fixed", 80, "online"),
            tuple("ace", 80, "online"),
            tuple("rewrite", 80, "online"));
    // Nobody has learned anything at the first prompt.
    assertThat(result.answers())
        .filteredOn(row -> row.step() == 1)
        .extracting(PlaybookAnswerRow::correct)
        .hasSize(3)
        .containsOnly(result.answers().get(0).correct());
    assertThat(result.scores().get(1).difference()).isPositive();
  }

  /** The prompts of a batch may come back in any order, and be asked in any company. */
  @Test
  void theOrderInWhichRolesReplyDoesNotMatter() {
    PlaybookSpec spec = spec("batch=8", "duplicates=0.95", "budget=120");
    Asking plain = calibrated(spec);
    Asking shuffled =
        calls -> {
          List<Integer> places = new ArrayList<>();
          for (int i = 0; i < calls.size(); i++) {
            places.add(i);
          }
          Collections.shuffle(places, new Random(calls.size()));
          RoleReply[] replies = new RoleReply[calls.size()];
          places.forEach(i -> replies[i] = plain.ask(List.of(calls.get(i))).get(0));
          return List.of(replies);
        };

    assertThat(PlaybookJob.run(spec, "run", shuffled, Journal.NONE)).isEqualTo(run(spec));
  }

  @Test
  void duplicatesAndTheBudgetKeepAPlaybookSmall() {
    PlaybookResult plain = run(spec("batch=20", "arms=[ace]"));
    PlaybookResult joined = run(spec("batch=20", "arms=[ace]", "duplicates=1"));
    PlaybookResult small = run(spec("batch=20", "arms=[ace]", "duplicates=1", "budget=100"));

    assertThat(last(plain, "ace").bullets()).isGreaterThan(6);
    assertThat(last(joined, "ace").bullets()).isLessThanOrEqualTo(6);
    assertThat(joined.versions()).anyMatch(row -> row.joined() > 0);
    assertThat(last(small, "ace").tokens()).isLessThanOrEqualTo(100);
    assertThat(small.versions()).anyMatch(row -> row.dropped() > 0);
  }

  @Test
  void aCuratorsGarbageChangesNothingAndIsARow() {
    PlaybookResult result = run(spec("calibrated.garbage=1"));

    assertThat(result.versions())
        .filteredOn(row -> row.arm().equals("ace"))
        .allMatch(row -> row.bullets() == 0 && row.applied() == 0)
        .filteredOn(row -> row.step() > 0)
        .allSatisfy(
            row -> assertThat(row.faults()).singleElement().asString().contains("curator: it "));
    assertThat(last(result, "rewrite").text()).isEmpty();
    assertThat(last(result, "rewrite").faults())
        .singleElement()
        .asString()
        .endsWith("rewriter: its text is empty");
  }

  /** Steps that were stored are not asked again, and the end is the same. */
  @Test
  void aRunThatBreaksOffGoesOnAfterItsLastStep(@TempDir Path folder) {
    PlaybookSpec spec = spec("batch=4", "evaluate=3", "train=16", "test=10");
    PlaybookResult whole = run(spec);
    int[] asked = {0};
    Asking counted =
        calls -> {
          asked[0] += calls.size();
          return calibrated(spec).ask(calls);
        };
    PlaybookJob.run(spec, "run", counted, Journal.NONE);
    int all = asked[0];
    asked[0] = 0;
    int most = all / 2;
    Asking breaking =
        calls -> {
          if (asked[0] > most) {
            throw new IllegalStateException("broken off");
          }
          return counted.ask(calls);
        };

    OutputFolder output = new OutputFolder(folder.resolve("out").toString(), new Configuration());
    held(
        output,
        "first",
        run ->
            assertThatThrownBy(
                    () -> PlaybookJob.run(spec, "first", breaking, new StoredJournal(run, "same")))
                .hasMessage("broken off"));
    assertThat(asked[0]).isBetween(most, all - 1);
    asked[0] = 0;
    held(
        output,
        "run",
        run -> {
          StoredJournal journal = new StoredJournal(run, "same");
          assertThat(PlaybookJob.run(spec, "run", counted, journal)).isEqualTo(whole);
          assertThat(asked[0]).isLessThan(all * 2 / 3);
          assertThat(new StoredJournal(run, "other").find(Arm.ACE, 0)).isEqualTo(Optional.empty());
          journal.drop();
          assertThat(journal.find(Arm.ACE, 0)).isEmpty();
        });
  }

  private static void held(OutputFolder output, String run, Consumer<RunWriter> use) {
    try (OutputLease lease = OutputLease.acquire(output, run, Clock.systemUTC())) {
      use.accept(new RunWriter(output, run, lease.fence()));
    }
  }

  private static PlaybookRow last(PlaybookResult result, String arm) {
    List<PlaybookRow> rows =
        result.versions().stream().filter(row -> row.arm().equals(arm)).toList();
    return rows.get(rows.size() - 1);
  }
}
