package org.galton.study.worlds;

import java.util.List;
import java.util.stream.Collectors;
import org.galton.model.LanguageModel;
import org.galton.model.Sampling;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.HistoryProgram;
import org.galton.worldmodel.plan.View;
import org.galton.worldmodel.refine.Author;
import org.galton.worldmodel.refine.Transition;

/** A model as the author of all programs: what it is told. */
record ModelAuthors(String name, LanguageModel model, Sampling sampling) implements Authors {
  private static final int SHOWN_STEPS = 20;

  private static final String LANGUAGE =
      """
      Use only integers, strings, lists, tuples, dictionaries and functions at the top level; no \
      imports, classes, floats or exceptions.
      """;

  private static final String RULES =
      """
      initial_state()
      get_current_player(state): 0, 1, ... for players, -1 for chance, -2 when the game is over
      get_legal_actions(state): a list of strings
      apply_action(state, action): the next state
      get_observations(state): a list of strings, one for each player
      get_rewards(state): a list of integers, one for each player
      """;

  private static final String HISTORIES =
      """
      resample_history(player, events, numbers): a list of strings
      player saw events, a list of [own action, or an empty string where another or chance acted; \
      what the player saw after it]; numbers are %d random integers from 0 to 2147483647. The list \
      has an action for each event, those of chance and of other players too, with which the \
      player sees just that. Where several fit, numbers decide.
      """
          .formatted(HistoryProgram.NUMBERS);

  private static final String ANSWER = "Answer with the whole program in one ```python block.\n";

  @Override
  public Author ofRules(Game game, List<Transition> shown, long seed) {
    return author(
        game,
        "Write the rules of a game as a Python program. " + LANGUAGE + "It defines:\n" + RULES,
        "Steps that were played:\n" + steps(shown),
        seed);
  }

  @Override
  public Author ofHistories(Game game, List<Transition> shown, long seed) {
    return author(
        game,
        "Write a Python program that draws what is hidden from a player of a game. "
            + LANGUAGE
            + "It defines:\n"
            + HISTORIES,
        "Steps that were played:\n" + steps(shown),
        seed);
  }

  @Override
  public Author ofClosedDeck(Game game, List<View> shown, long seed) {
    return author(
        game,
        "Write the rules of a game, and what draws what is hidden in it, as one Python program. "
            + LANGUAGE
            + "It defines:\n"
            + RULES
            + HISTORIES,
        "What players saw, and what they could do then; a state is what you make it:\n"
            + shown.stream()
                .limit(SHOWN_STEPS)
                .map(
                    view ->
                        ModelAuthor.cut(
                            "player %d saw %s, legal %s"
                                .formatted(view.seat(), view.events(), view.legal())))
                .collect(Collectors.joining("\n")),
        seed);
  }

  private Author author(Game game, String task, String shown, long seed) {
    String prompt =
        "%s%s\nThe game: %s\n%s\n%s".formatted(task, ANSWER, game.id(), game.rules(), shown);
    return new ModelAuthor(model, sampling, game.id(), prompt, seed);
  }

  private static String steps(List<Transition> steps) {
    return steps.stream()
        .limit(SHOWN_STEPS)
        .map(step -> ModelAuthor.cut(shown(step)))
        .collect(Collectors.joining("\n"));
  }

  private static String shown(Transition step) {
    return "state %s, player %d, legal %s, observations %s, rewards %s%s"
        .formatted(
            step.before().value(),
            step.before().player(),
            step.before().legal(),
            step.before().observations(),
            step.before().rewards(),
            step.after() == null
                ? ""
                : ", action %s gives state %s".formatted(step.action(), step.after().value()));
  }
}
