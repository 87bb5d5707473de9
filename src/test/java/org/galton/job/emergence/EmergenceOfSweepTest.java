package org.galton.job.emergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.galton.cli.LocalSpark;
import org.galton.emergence.EmergenceSettings;
import org.galton.game.GroupSearch;
import org.galton.game.Style;
import org.galton.job.FolderCheck;
import org.galton.job.FolderFault;
import org.galton.job.ModelLoader;
import org.galton.job.RunTables;
import org.galton.job.Sweep;
import org.galton.job.SweepResult;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.model.scripted.ScriptedPlayers;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.EmergenceConditionRow;
import org.galton.table.OutputFolder;
import org.galton.table.Table;
import org.galton.task.GroupSearchTask;
import org.galton.task.Split;
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

  private SweepResult play(String model, Style style) {
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
    return new Sweep(LocalSpark.session(), new Loader(), "test").run(spec, progress -> {});
  }

  @Test
  void theTablesStandBesideThoseOfTheSweepsRun() {
    SweepResult sweep = play("scripted:independent", Style.MARKS);
    EmergenceResult result =
        new EmergenceJob(LocalSpark.session(), 4)
            .ofRun(folder.toString(), sweep.runId(), "test")
            .orElseThrow();

    assertThat(result.groups()).isEqualTo(GAMES);
    assertThat(result.conditions())
        .extracting(EmergenceConditionRow::condition)
        .containsOnly("plain");
    RunTables tables = RunTables.latest(folder.toString(), "play", new Configuration());
    assertThat(tables.run().runId()).isEqualTo(sweep.runId());
    assertThat(tables.rows(Table.EMERGENCE_CONDITIONS, row -> true))
        .isEqualTo(result.conditions())
        .extracting(EmergenceConditionRow::runId)
        .containsOnly(sweep.runId());
    assertThat(tables.rows(Table.EMERGENCE_GROUPS, row -> true)).isNotEmpty();
    assertThat(tables.rows(Table.TRAJECTORIES, row -> true)).isNotEmpty();
  }

  /** A driver that dies between the games and their study leaves such a run. */
  @Test
  void aRunWithoutItsStudyIsNamedUntilTheStudyIsMade() {
    SweepResult sweep = play("scripted:independent", Style.MARKS);
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
            "test");

    assertThat(check()).isEmpty();
  }

  private List<FolderFault> check() {
    return new FolderCheck(
            LocalSpark.session(), new OutputFolder(folder.toString(), new Configuration()))
        .faults();
  }

  @Test
  void withoutGamesThereIsNothingToMeasure() {
    SweepResult sweep = play("scripted:independent", Style.PROSE);

    assertThat(
            new EmergenceJob(LocalSpark.session(), 4)
                .ofRun(folder.toString(), sweep.runId(), "test"))
        .isEmpty();
  }
}
