package org.galton.study.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.flags.Rules;
import org.galton.game.Style;
import org.galton.job.sweep.RunReview;
import org.galton.job.sweep.Sweep;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.scripted.ScriptedPlayers;
import org.galton.model.source.ModelLoader;
import org.galton.study.flags.row.FlagOutcomeRow;
import org.galton.study.flags.row.FlagRow;
import org.galton.study.play.PlayStudy;
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

/** Flags of a sweep whose rollouts are episodes. */
final class FlagsSweepTest {
  private static final int EPISODES = 12;
  private static final Rules RULES = new Rules(Set.of("calculator"), Set.of());

  @TempDir private Path folder;

  /** Says 5, whatever it is asked. */
  private record Stubborn() implements LanguageModel {
    @Override
    public ModelCard card() {
      return new ModelCard(
          "stubborn", "stubborn-1", 0, 1_000_000, OptionalLong.empty(), OptionalDouble.empty());
    }

    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      requests.forEachRemaining(
          request ->
              sink.accept(
                  new Completion(
                      request, "5", Completion.Finish.STOP, 1, 2, Double.NaN, Double.NaN, 0)));
    }

    @Override
    public void close() {}
  }

  private record Loader() implements ModelLoader {
    @Override
    public ModelCard card(String source) {
      return source.equals("stubborn") ? new Stubborn().card() : ScriptedPlayers.card(source);
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      return source.equals("stubborn") ? new Stubborn() : ScriptedPlayers.open(source);
    }
  }

  private static TaskSpec task(String name, String environment) {
    return new TaskSpec(
        new EnvironmentTask(name, EpisodeOptions.of(environment).withStyle(Style.MARKS)),
        EPISODES,
        Split.TEST);
  }

  private FlagsResult flags() {
    SweepSpec spec =
        new SweepSpec(
            "episodes",
            7,
            folder.toString(),
            2,
            List.of("scripted:solver", "stubborn"),
            List.of(task("guess", "guess-the-number/easy"), task("sums", "arithmetic/hard")),
            List.of(SamplingWish.of(Sampling.untempered(32))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            64,
            0);
    new Sweep(
            LocalSpark.session(),
            new Loader(),
            RunReview.NONE,
            run -> new PlayStudy().ofSweep(run),
            "test")
        .run(spec, progress -> {});
    return new FlagsJob(LocalSpark.session(), new Configuration(), RULES)
        .run("run-1", List.of(folder.toString()), null);
  }

  // The solver of the sums calls a calculator first; 5 wins some guesses and no sum.
  @Test
  void theAgentThatSaysTheSameIsFoundAndItsTurnsAreSteps() {
    FlagsResult result = flags();
    assertThat(result.flags())
        .filteredOn(flag -> flag.rule().equals("constant_answer"))
        .hasSize(2 * 2 * EPISODES)
        .allMatch(flag -> flag.model().equals("stubborn") && flag.evidence().equals("5"));
    assertThat(result.flags())
        .filteredOn(flag -> flag.rule().equals("check_before_answer"))
        .hasSize(2 * EPISODES)
        .allMatch(flag -> flag.model().equals("scripted:solver") && flag.task().equals("sums"))
        .extracting(FlagRow::step)
        .containsOnly(1);
    assertThat(result.outcomes())
        .filteredOn(row -> row.rubric().equals("shortcut"))
        .hasSize(4)
        .allMatch(row -> row.failed() + row.succeeded() == 2 * EPISODES)
        .filteredOn(row -> row.model().equals("scripted:solver"))
        .extracting(FlagOutcomeRow::succeeded)
        .containsOnly(2L * EPISODES);
  }
}
