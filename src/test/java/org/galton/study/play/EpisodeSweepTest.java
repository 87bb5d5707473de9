package org.galton.study.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.galton.job.sweep.SweepResult;
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
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.environment.EpisodeOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose rollouts are episodes, and their turns. */
final class EpisodeSweepTest {
  private static final int EPISODES = 3;
  private static final Configuration HADOOP = new Configuration();

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

  private static TaskSpec task(String name, String environment) {
    return new TaskSpec(
        new EnvironmentTask(name, EpisodeOptions.of(environment).withStyle(Style.MARKS)),
        EPISODES,
        Split.TEST);
  }

  private SweepSpec spec(String output, int rollouts, int shard) {
    return new SweepSpec(
        "episodes",
        7,
        folder.resolve(output).toString(),
        rollouts,
        List.of("scripted:solver", "scripted:random"),
        List.of(task("towers", "hanoi/easy"), task("sums", "arithmetic/hard")),
        List.of(SamplingWish.of(Sampling.untempered(32))),
        new Framing.Raw(),
        Decoding.DEFAULT,
        shard,
        0);
  }

  private static SweepResult run(SweepSpec spec) {
    return new Sweep(
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

  @Test
  void everyTurnOfEveryEpisodeIsARowOnceHoweverItWasDrawn() throws Exception {
    SweepSpec once = spec("once", 3, 64);
    run(once);
    List<TurnRow> turns = turns(once);
    Map<RolloutPlace, List<TurnRow>> episodes =
        turns.stream().collect(Collectors.groupingBy(TurnRow::rollout));
    assertThat(episodes).hasSize(2 * 2 * EPISODES * 3);
    episodes
        .values()
        .forEach(
            rows -> {
              assertThat(rows).extracting(TurnRow::turn).isSorted().doesNotHaveDuplicates();
              assertThat(rows.get(0).role()).isEqualTo("environment");
              assertThat(rows.subList(0, rows.size() - 1)).noneMatch(TurnRow::isLast);
              assertThat(rows.get(rows.size() - 1).isLast()).isTrue();
            });
    assertThat(turns)
        .filteredOn(row -> row.rollout().model().endsWith("solver") && row.isAgents())
        .allMatch(row -> row.tokens() != null && row.tokens() == row.action().length() + 1)
        .filteredOn(row -> row.rollout().task().equals("sums") && row.turn() == 1)
        .hasSize(EPISODES * 3)
        .allMatch(row -> row.tool().equals("calculator") && !row.toolFailed());

    SweepSpec first = spec("grown", 2, 5);
    run(first);
    SweepSpec grown = spec("grown", 3, 7);
    run(grown);
    assertThat(comparable(turns(grown))).isEqualTo(comparable(turns));
    assertThat(comparable(turns(grown))).hasSize(turns.size());

    assertShown(once);
  }

  /** Without the run. */
  private static HashSet<String> comparable(List<TurnRow> rows) {
    return rows.stream()
        .map(row -> row.toString().replaceAll("runId=[^,]*", ""))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void assertShown(SweepSpec spec) throws Exception {
    RunTables run = RunTables.latest(spec.output(), HADOOP);
    SweepSection section = new PlayStudy().section(run).orElseThrow();
    assertThat(section.isShown()).isTrue();
    assertThat(section.finding()).matches("[0-9.]+.% of 36 episodes were won, in .* turns .*");
    StringWriter page = new StringWriter();
    new ReportWriter()
        .write(
            StudyPage.of("play", run.run(), section.finding(), List.of(), List.of(section)), page);
    assertThat(page.toString())
        .contains("<pre class=\"board\">A: 3 2 1\nB:\nC:</pre>")
        .contains("calls</small> <code>calculator(")
        .contains("<b class=\"right\">won in turn 7</b>")
        .contains("<b class=\"wrong\">limit of turns in turn 10</b>")
        .doesNotContain("{&quot;turn&quot;");
    String episode = StoredEpisode.find(spec.output(), "", Optional.of(1));
    assertThat(episode).startsWith("hanoi/easy: scripted:").contains("rollout 1", "\n1> ");
    assertThatThrownBy(() -> StoredEpisode.find(spec.output(), "zz", Optional.empty()))
        .hasMessageContaining("has none of a prompt zz");
  }
}
