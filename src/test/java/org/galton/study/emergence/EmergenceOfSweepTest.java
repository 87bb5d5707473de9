package org.galton.study.emergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.emergence.EmergenceSettings;
import org.galton.game.GroupSearch;
import org.galton.game.Style;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunTables;
import org.galton.job.run.RunWriter;
import org.galton.job.sweep.RunReview;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.job.sweep.SweepStudy;
import org.galton.job.sweep.SweptRun;
import org.galton.job.upkeep.FolderCheck;
import org.galton.job.upkeep.FolderFault;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.model.scripted.ScriptedPlayers;
import org.galton.model.source.ModelLoader;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceTables;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.task.Split;
import org.galton.task.group.GroupSearchTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep of games ends with. */
final class EmergenceOfSweepTest {
  private static final int GAMES = 12;

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

  private SweepResult play(String model, Style style, SweepStudy study) {
    GroupSearch rules = GroupSearch.defaults().withStyle(style).withPlayers(4);
    SweepSpec spec =
        new SweepSpec(
            "play",
            7,
            folder.toString(),
            1,
            List.of(model),
            List.of(new TaskSpec(new GroupSearchTask("plain", rules), GAMES, Split.TEST)),
            List.of(SamplingWish.of(Sampling.untempered(4))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            1024,
            1);
    return new Sweep(LocalSpark.session(), new Loader(), RunReview.NONE, study, "test")
        .run(spec, progress -> {});
  }

  @Test
  void theTablesStandBesideThoseOfTheSweepsRun() {
    List<EmergenceResult> found = new ArrayList<>();
    SweepResult sweep =
        play(
            "scripted:independent",
            Style.MARKS,
            run -> {
              RunWriter tables = run.tables();
              assertThat(tables.output().ofRun(Table.RUNS, tables.runId()).exists()).isFalse();
              write(run);
              new EmergenceJob(LocalSpark.session(), 4).ofSweep(tables).ifPresent(found::add);
            });
    EmergenceResult result = found.get(0);

    assertThat(result.groups()).isEqualTo(GAMES);
    assertThat(result.conditions())
        .extracting(row -> row.figure().condition())
        .containsOnly("plain");
    RunTables tables = RunTables.latest(folder.toString(), "play", new Configuration());
    assertThat(tables.run().runId()).isEqualTo(sweep.runId());
    assertThat(tables.rows(EmergenceTables.CONDITIONS, row -> true))
        .isEqualTo(result.conditions())
        .extracting(EmergenceConditionRow::runId)
        .containsOnly(sweep.runId());
    assertThat(tables.rows(EmergenceTables.GROUPS, row -> true)).isNotEmpty();
    assertThat(tables.rows(EmergenceTables.TRAJECTORIES, row -> true)).isNotEmpty();
  }

  /** A driver that dies between the games and their study leaves such a run. */
  @Test
  void aRunWithoutItsStudyIsNamedUntilTheStudyIsMade() {
    SweepResult sweep = play("scripted:independent", Style.MARKS, EmergenceOfSweepTest::write);
    FolderFault fault = check().get(0);
    assertThat(fault.kind()).isEqualTo(FolderFault.Kind.MISSING_STUDY);
    assertThat(fault.place()).contains(sweep.runId());
    String run = folder + "#" + sweep.runId();
    assertThat(fault.cure())
        .isEqualTo("./galton emergence --trajectories " + run + " --output " + folder);

    new EmergenceJob(LocalSpark.session(), 4)
        .run(
            new EmergenceRequest(
                run, EmergenceSettings.withDefaults(), List.of(Window.WHOLE), 0.05),
            folder.toString(),
            new RunOrigin("trajectories: " + run + "\n", "test"));

    assertThat(check()).isEmpty();
  }

  private static void write(SweptRun run) {
    new TrajectoryJob(run.tables()).run(run.name(), run.spec(), run.cells());
  }

  private List<FolderFault> check() {
    return new FolderCheck(
            LocalSpark.session(), new OutputFolder(folder.toString(), new Configuration()))
        .faults();
  }

  @Test
  void withoutGamesThereIsNothingToMeasure() {
    List<Optional<EmergenceResult>> found = new ArrayList<>();
    play(
        "scripted:independent",
        Style.PROSE,
        run -> {
          write(run);
          found.add(new EmergenceJob(LocalSpark.session(), 4).ofSweep(run.tables()));
        });

    assertThat(found).containsExactly(Optional.empty());
  }
}
