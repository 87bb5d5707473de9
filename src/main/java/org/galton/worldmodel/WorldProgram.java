package org.galton.worldmodel;

import java.util.Arrays;
import java.util.List;
import org.galton.program.Program;
import org.galton.program.ProgramException;

/**
 * A game whose rules are a program, as in code world models (arXiv 2510.04542). It defines
 *
 * <ul>
 *   <li>{@code initial_state()}
 *   <li>{@code get_current_player(state)}: a seat, -1 for chance, -2 when the game is over
 *   <li>{@code get_legal_actions(state)}: a list of texts
 *   <li>{@code apply_action(state, action)}: the next state; the state given may be changed
 *   <li>{@code get_observations(state)}: a list with a text for each player
 *   <li>{@code get_rewards(state)}: a list with an integer for each player
 * </ul>
 *
 * Each call has {@link #STEPS} steps.
 */
public final class WorldProgram implements Game {
  /** Of a call. The rules of our games take far fewer. */
  public static final long STEPS = 200_000;

  private static final List<String> FUNCTIONS =
      List.of(
          "initial_state",
          "get_current_player",
          "get_legal_actions",
          "apply_action",
          "get_observations",
          "get_rewards");

  private final Game modelled;
  private final Program program;

  private WorldProgram(Game modelled, Program program) {
    this.modelled = modelled;
    this.program = program;
  }

  /**
   * @param modelled whose name, rules in words, players and stake it has
   * @throws WorldFault where the text is no program, or misses a function
   */
  public static WorldProgram read(Game modelled, String text) {
    Program program;
    try {
      program = Program.read(text);
    } catch (ProgramException e) {
      throw new WorldFault(e.getMessage(), e);
    }
    for (String function : FUNCTIONS) {
      if (!program.has(function)) {
        throw new WorldFault("the program has no function '%s'".formatted(function));
      }
    }
    return new WorldProgram(modelled, program);
  }

  @Override
  public String id() {
    return modelled.id();
  }

  @Override
  public String rules() {
    return modelled.rules();
  }

  @Override
  public int players() {
    return modelled.players();
  }

  @Override
  public boolean hides() {
    return modelled.hides();
  }

  @Override
  public double stake() {
    return modelled.stake();
  }

  @Override
  public GameState start() {
    return new State(call("initial_state"));
  }

  /** The state of this value, whoever made it. */
  public GameState state(Object value) {
    return new State(value);
  }

  private Object call(String function, Object... arguments) {
    try {
      return program
          .call(function, Arrays.asList(arguments), STEPS)
          .value()
          .orElseThrow(() -> new WorldFault("%s() returned None".formatted(function)));
    } catch (ProgramException e) {
      throw new WorldFault("%s(): %s".formatted(function, e.getMessage()), e);
    }
  }

  private final class State implements GameState {
    private final Object value;

    State(Object value) {
      this.value = value;
    }

    @Override
    public int player() {
      Object player = call("get_current_player", value);
      if (player instanceof Long seat && seat >= OVER && seat < players()) {
        return seat.intValue();
      }
      throw new WorldFault(
          "get_current_player() returned %s: expected -2 to %d"
              .formatted(shown(player), players() - 1));
    }

    @Override
    public List<String> legal() {
      return items("get_legal_actions", String.class).stream().distinct().toList();
    }

    @Override
    public GameState after(String action) {
      return new State(call("apply_action", value, action));
    }

    @Override
    public List<String> observations() {
      return forEachPlayer("get_observations", String.class);
    }

    @Override
    public List<Long> rewards() {
      return forEachPlayer("get_rewards", Long.class);
    }

    private <T> List<T> forEachPlayer(String function, Class<T> type) {
      List<T> items = items(function, type);
      if (items.size() != players()) {
        throw new WorldFault(
            "%s() returned %d values for %d players".formatted(function, items.size(), players()));
      }
      return items;
    }

    private <T> List<T> items(String function, Class<T> type) {
      Object items = call(function, value);
      if (items instanceof List<?> list && list.stream().allMatch(type::isInstance)) {
        return list.stream().map(type::cast).toList();
      }
      throw new WorldFault("%s() returned %s".formatted(function, shown(items)));
    }

    @Override
    public Object value() {
      return value;
    }
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
