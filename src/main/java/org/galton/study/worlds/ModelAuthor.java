package org.galton.study.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.galton.chat.ChatMessage;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.table.store.Unfinished;
import org.galton.worldmodel.refine.Author;
import org.galton.worldmodel.refine.Transition;
import org.galton.worldmodel.refine.UnitTest;

/** A language model that writes programs. */
final class ModelAuthor implements Author {
  private static final int SHOWN_STEPS = 20;
  private static final int LONGEST = 4_000;

  private static final String TASK =
      """
      Write the rules of a game as a Python program. Use only integers, strings, lists, tuples, \
      dictionaries and functions at the top level; no imports, classes, floats or exceptions.
      It defines:
      initial_state()
      get_current_player(state): 0, 1, ... for players, -1 for chance, -2 when the game is over
      get_legal_actions(state): a list of strings
      apply_action(state, action): the next state
      get_observations(state): a list of strings, one for each player
      get_rewards(state): a list of integers, one for each player
      Answer with the whole program in one ```python block.
      """;

  private final LanguageModel model;
  private final Sampling sampling;
  private final String game;
  private final List<Transition> steps;
  private final long seed;

  ModelAuthor(
      LanguageModel model, Sampling sampling, String game, List<Transition> steps, long seed) {
    this.model = model;
    this.sampling = sampling;
    this.game = game;
    this.steps = steps;
    this.seed = seed;
  }

  /**
   * A completion without a block is taken whole.
   *
   * @throws Unfinished where the model fails
   */
  @Override
  public String write(Optional<String> program, Optional<UnitTest.Failure> failure, int call) {
    StringBuilder prompt = new StringBuilder(TASK);
    prompt.append("\nThe game: ").append(game).append("\nSteps that were played:\n");
    prompt.append(
        steps.stream()
            .limit(SHOWN_STEPS)
            .map(ModelAuthor::shown)
            .collect(Collectors.joining("\n")));
    program.ifPresent(
        text ->
            prompt
                .append("\n\nThis program has faults:\n```python\n")
                .append(cut(text))
                .append("\n```\n"));
    failure.ifPresent(failed -> prompt.append(shown(failed)));
    List<Outcome> outcomes = new ArrayList<>();
    model.generate(
        List.of(new Request(0, framed(prompt.toString()), Uniforms.seed(seed, call))).iterator(),
        sampling,
        outcomes::add);
    Outcome outcome = outcomes.get(0);
    if (outcome instanceof GenerationFailure failed) {
      throw new Unfinished(
          "Cannot have a program of %s written: %s".formatted(game, failed.reason()));
    }
    return block(((Completion) outcome).text());
  }

  private ModelPrompt framed(String prompt) {
    return !model.card().chat().digest().isEmpty()
        ? new ModelPrompt.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, prompt)))
        : new ModelPrompt.Raw(prompt);
  }

  private static String shown(Transition step) {
    return cut(
        "state %s, player %d, legal %s, observations %s, rewards %s%s"
            .formatted(
                step.before().value(),
                step.before().player(),
                step.before().legal(),
                step.before().observations(),
                step.before().rewards(),
                step.after() == null
                    ? ""
                    : ", action %s gives state %s".formatted(step.action(), step.after().value())));
  }

  private static String shown(UnitTest.Failure failed) {
    UnitTest test = failed.test();
    return cut(
        "\nA test that it fails: %s of state %s, action '%s': expected %s, found %s\n"
            .formatted(test.kind(), test.state(), test.action(), test.expected(), failed.found()));
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  static String block(String completion) {
    int from = completion.indexOf("```");
    if (from < 0) {
      return completion;
    }
    int line = completion.indexOf('\n', from);
    int end = completion.indexOf("```", from + 3);
    return line < 0 ? "" : completion.substring(line + 1, end < line ? completion.length() : end);
  }
}
