package org.galton.study.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.game.Style;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.RunReview;
import org.galton.job.sweep.Sweep;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.model.scripted.ScriptedPlayers;
import org.galton.model.source.ModelLoader;
import org.galton.report.ReportWriter;
import org.galton.report.StudyPage;
import org.galton.report.SweepSection;
import org.galton.study.play.row.PlayTables;
import org.galton.study.play.row.RolloutPlace;
import org.galton.study.play.row.TurnRow;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;
import org.galton.task.team.TeamOptions;
import org.galton.task.team.TeamTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose rollouts are the work of teams, on one model and on several. */
final class TeamSweepTest {
  private static final int QUESTIONS = 4;
  private static final Configuration HADOOP = new Configuration();
  private static final String PLANNER = "scripted:team?planner=0.5&verifier=0.8";

  @TempDir private Path folder;

  /** Loads scripted players. */
  private record Loader() implements ModelLoader {
    @Override
    public ModelCard card(String source) {
      return ScriptedPlayers.card(source);
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      return ScriptedPlayers.open(source);
    }
  }

  private static TaskSpec task(String name, Map<String, String> roles) {
    return new TaskSpec(
        new TeamTask(
            name,
            TeamOptions.of("arithmetic/easy").withStyle(Style.MARKS).withTurns(4).withRoles(roles)),
        QUESTIONS,
        Split.TEST);
  }

  private SweepSpec spec(String output, int rollouts, int shard, Map<String, String> roles) {
    return new SweepSpec(
        "teams",
        7,
        folder.resolve(output).toString(),
        rollouts,
        List.of(PLANNER),
        List.of(task("alone", Map.of()), task("mixed", roles)),
        List.of(SamplingWish.of(Sampling.untempered(32))),
        new Framing.Raw(),
        Decoding.DEFAULT,
        shard,
        0);
  }

  private static void run(SweepSpec spec) {
    new Sweep(
            LocalSpark.session(),
            new Loader(),
            RunReview.NONE,
            run -> new PlayStudy().ofSweep(run),
            "test")
        .run(spec, progress -> {});
  }

  private static List<TurnRow> turns(SweepSpec spec) {
    return RunTables.latest(spec.output(), HADOOP).rows(PlayTables.TURNS, row -> true);
  }

  private static HashSet<String> comparable(List<TurnRow> rows) {
    return rows.stream()
        .map(row -> row.toString().replaceAll("runId=[^,]*", ""))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void everyRoleOfEveryTurnIsARowOnceHoweverItWasDrawn() throws Exception {
    Map<String, String> roles =
        Map.of("executor", "scripted:team", "verifier", "scripted:team", "generator", PLANNER);
    SweepSpec once = spec("once", 3, 64, roles);
    run(once);
    List<TurnRow> turns = turns(once);
    Map<RolloutPlace, List<TurnRow>> works =
        turns.stream().collect(Collectors.groupingBy(TurnRow::rollout));
    assertThat(works).hasSize(2 * QUESTIONS * 3);
    works
        .values()
        .forEach(
            rows -> {
              assertThat(rows).extracting(TurnRow::turn).isSorted();
              assertThat(rows.get(0).role()).isEqualTo("environment");
              assertThat(rows).filteredOn(TurnRow::isLast).hasSize(1);
              TurnRow last = rows.get(rows.size() - 1);
              assertThat(last.role()).isEqualTo("generator");
              assertThat(rows).filteredOn(TurnRow::isCall).hasSize(last.turn());
            });
    assertThat(turns).extracting(TurnRow::role).contains("planner", "executor", "verifier");
    assertThat(turns)
        .filteredOn(row -> row.rollout().task().equals("mixed") && row.role().equals("generator"))
        .as("a verifier that is always right stops at the answer, and at nothing else")
        .allMatch(row -> row.won() == row.terminated());
    assertThat(turns)
        .filteredOn(row -> row.isTeams() && !row.isCall())
        .allMatch(row -> row.tokens() != null && row.tokens() > 0);

    SweepSpec first = spec("grown", 2, 5, roles);
    run(first);
    SweepSpec grown = spec("grown", 3, 7, roles);
    run(grown);
    assertThat(comparable(turns(grown))).isEqualTo(comparable(turns)).hasSize(turns.size());

    run(spec("grown", 3, 7, Map.of("verifier", "scripted:team?verifier=0.1")));
    List<TurnRow> others = turns(grown);
    assertThat(generations(others, "alone"))
        .as("what has not changed is kept")
        .isEqualTo(generations(turns, "alone"));
    assertThat(generations(others, "mixed"))
        .as("another verifier draws anew")
        .doesNotContainAnyElementsOf(generations(turns, "mixed"));
    assertShown(once);
  }

  private static List<String> generations(List<TurnRow> rows, String task) {
    return rows.stream()
        .map(TurnRow::rollout)
        .filter(place -> place.task().equals(task))
        .map(RolloutPlace::generation)
        .distinct()
        .toList();
  }

  private void assertShown(SweepSpec spec) throws Exception {
    RunTables run = RunTables.latest(spec.output(), HADOOP);
    SweepSection section = new PlayStudy().section(run).orElseThrow();
    StringWriter page = new StringWriter();
    new ReportWriter()
        .write(
            StudyPage.of("play", run.run(), section.finding(), List.of(), List.of(section)), page);
    assertThat(page.toString())
        .contains("Roles of teams")
        .contains("<small>turn 1, planner</small> <code>ask, with calculator, ")
        .contains("<small>turn 1, tool</small> <code>calculator(")
        .contains("verifier</small> <code>enough</code>")
        .doesNotContain("{&quot;turn&quot;");
    String episode = StoredEpisode.find(spec.output(), "", Optional.of(1));
    assertThat(episode)
        .contains("arithmetic/easy: scripted:team", "What is ", "1 planner> ask, with ")
        .contains("generator> ");
  }
}
