package org.galton.model.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.galton.game.Style;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Lexicon;
import org.galton.game.walk.Sampler;
import org.galton.game.walk.Step;
import org.galton.game.walk.Votes;
import org.galton.game.walk.WalkRules;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.group.LetterSumOptions;
import org.galton.task.group.LetterSumTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the model builtin:rambler is carried for. */
@Tag("whole")
final class RamblerTest {
  private static final int WALKS = 40;
  private static final LetterSumTask TASK =
      new LetterSumTask(
          "chain",
          LetterSumOptions.defaults()
              .withWalk(new WalkRules(Sampler.CHAIN, Votes.NONE, 25))
              .withWords(new LetterSum(100, Lexicon.LISTED, Style.MARKS)));

  @Test
  void exploresAndConverges() {
    try (LanguageModel rambler = SharedCheckpoints.open("builtin:rambler", 64)) {
      List<Step> exploring = walk(rambler, 1);
      List<Step> converging = walk(rambler, 0.3);

      assertThat(share(exploring, Step::moved)).isGreaterThan(0.8);
      assertThat(share(exploring, step -> step.target().isEmpty())).isLessThan(0.05);
      assertThat(states(exploring)).isGreaterThan(100);
      assertThat(share(converging, Step::moved)).isBetween(0.1, 0.6);
      assertThat(states(converging)).isBetween(5L, 60L);
    }
  }

  private static List<Step> walk(LanguageModel rambler, double temperature) {
    Prompt prompt = TASK.prompts(Split.TEST, 1, 1).get(0);
    List<Step> steps = new ArrayList<>();
    new EpisodeModel(
            rambler,
            walk -> TASK.start(prompt, walk.seed()),
            TASK.answerEnds(),
            ModelPrompt.Raw::new)
        .generate(
            IntStream.range(0, WALKS).mapToObj(i -> new Request(i, prompt.text(), i)).iterator(),
            new Sampling(temperature, 0, 1, 0, 16, List.of()),
            outcome ->
                steps.addAll(TASK.steps(prompt, ((Completion) outcome).text()).orElseThrow()));
    return steps;
  }

  private static double share(List<Step> steps, Predicate<Step> which) {
    return (double) steps.stream().filter(which).count() / steps.size();
  }

  private static long states(List<Step> steps) {
    return steps.stream().map(Step::target).flatMap(Optional::stream).distinct().count();
  }
}
