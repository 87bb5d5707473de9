package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.chat.ChatMessage;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Cell;
import org.galton.sweep.CellPlan;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a sweep puts its prompts to models, and what it takes from models to do so. */
final class SweepAskingTest {
  private static final Framing RAW = new Framing.Raw();
  private static final Framing CHAT = chat("Be brief.");
  private static final SamplingWish LEFT_OUT = wish(OptionalDouble.empty());

  @TempDir private Path folder;

  private SweepSpec spec(Framing framing, List<String> models, SamplingWish... samplings) {
    return new SweepSpec(
        "test",
        7,
        folder.toString(),
        4,
        models,
        List.of(new TaskSpec(Sums.PLAIN, 2, Split.TEST)),
        List.of(samplings),
        framing,
        Decoding.DEFAULT,
        100,
        0);
  }

  private static Framing chat(String system) {
    return new Framing.Chat(
        List.of(
            new ChatMessage(ChatMessage.Role.SYSTEM, system),
            new ChatMessage(ChatMessage.Role.USER, "{prompt}")));
  }

  private static SamplingWish wish(OptionalDouble temperature) {
    return new SamplingWish(
        temperature,
        OptionalInt.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        20,
        List.of(),
        SamplingWish.Source.CHECKPOINT);
  }

  private static Sweep sweep() {
    return new Sweep(LocalSpark.session(), ScriptedModel.Loader.flawless(), "test");
  }

  private SweepPlan plan(Framing framing, List<String> models, SamplingWish... samplings) {
    return sweep().plan(spec(framing, models, samplings));
  }

  @Test
  void chatIsAnotherGenerationOfTheSamePrompts() {
    sweep().run(spec(RAW, List.of("tuned"), LEFT_OUT), progress -> {});
    SweepPlan asChat = plan(CHAT, List.of("tuned"), LEFT_OUT);

    assertThat(asChat.missing()).as("a chat finds no raw rollouts").isEqualTo(8);
    assertThat(plan(RAW, List.of("tuned"), LEFT_OUT).missing()).isZero();
    assertThat(sweep().run(spec(CHAT, List.of("tuned"), LEFT_OUT), progress -> {}).exitCode())
        .isZero();
    assertThat(plan(CHAT, List.of("tuned"), LEFT_OUT).missing()).isZero();
    assertThat(plan(chat("Be long."), List.of("tuned"), LEFT_OUT).missing()).isEqualTo(8);
  }

  @Test
  void modelThatTakesNoChatIsRefusedBeforeAnythingIsDrawn() {
    assertThatThrownBy(
            () -> sweep().run(spec(CHAT, List.of("tuned", "plain"), LEFT_OUT), progress -> {}))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot ask model plain in a chat: it has no chat template; expected"
                + " chat_template.jinja or a 'chat_template' in tokenizer_config.json; leave out"
                + " 'chat' to let it continue raw texts");
    assertThatThrownBy(() -> plan(chat("a secret"), List.of("tuned"), LEFT_OUT))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot render the template: it refuses: no secrets");
    assertThat(folder.resolve("rollouts")).doesNotExist();
  }

  @Test
  void samplingThatIsLeftOutIsTheCheckpointsElseTheModelsOwnDistribution() {
    SweepPlan plan = plan(RAW, List.of("plain", "tuned"), LEFT_OUT, wish(OptionalDouble.of(0.5)));

    assertThat(plan.cells().stream().map(CellPlan::cell).map(Cell::sampling))
        .containsExactly(
            new Sampling(1, 0, 1, 0, 20, List.of()),
            new Sampling(0.5, 0, 1, 0, 20, List.of()),
            new Sampling(0.6, 20, 0.95, 0, 20, List.of()),
            new Sampling(0.5, 20, 0.95, 0, 20, List.of()));
    assertThat(plan.cells().stream().map(CellPlan::cell).map(Cell::generation))
        .doesNotHaveDuplicates();
  }

  @Test
  void statedSamplingIsTheSameGenerationAsTheRecommendedOne() {
    Sampling recommended = new Sampling(0.6, 20, 0.95, 0, 20, List.of());

    assertThat(generation(plan(RAW, List.of("tuned"), LEFT_OUT)))
        .isEqualTo(generation(plan(RAW, List.of("tuned"), SamplingWish.of(recommended))));
  }

  @Test
  void samplingsThatComeToTheSameForAModelAreRefused() {
    assertThatThrownBy(() -> plan(RAW, List.of("tuned"), LEFT_OUT, wish(OptionalDouble.of(0.6))))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot plan sweep test: two samplings come to the same for model 'tuned':"
                + " temperature=0.6 top_k=20 top_p=0.95 max_tokens=20; remove one");
  }

  @Test
  void recommendationThatCannotBeFollowedIsRefusedUnlessItIsDeclined() {
    assertThatThrownBy(() -> plan(RAW, List.of("tuned-penalty"), LEFT_OUT))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot sample model tuned-penalty as its generation_config.json says:"
                + " repetition_penalty=1.05 is not supported; set sampling.defaults (of generate:"
                + " --defaults) to none and state what you want of temperature, top_k, top_p and"
                + " min_p");
    SamplingWish own = SamplingWish.of(Sampling.untempered(20));
    assertThat(plan(RAW, List.of("tuned-penalty"), own).missing()).isEqualTo(8);
  }

  private static Optional<String> generation(SweepPlan plan) {
    return plan.cells().stream().map(CellPlan::cell).map(Cell::generation).findFirst();
  }
}
