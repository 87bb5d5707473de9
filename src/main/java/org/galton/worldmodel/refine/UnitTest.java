package org.galton.worldmodel.refine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.WorldFault;
import org.galton.worldmodel.WorldProgram;

/**
 * A question to a program that models a game, with the game's own answer.
 *
 * @param state as {@link GameState#value} gives it
 * @param action for {@link Kind#NEXT_STATE}; empty for others
 */
public record UnitTest(Kind kind, Object state, String action, Object expected)
    implements Check<WorldProgram> {

  /** What is asked. */
  public enum Kind {
    START,
    PLAYER,
    LEGAL,
    NEXT_STATE,
    OBSERVATIONS,
    REWARDS
  }

  /** The tests of some steps, none twice. */
  public static List<UnitTest> of(GameState start, List<Transition> steps) {
    Set<UnitTest> tests = new HashSet<>();
    List<UnitTest> ordered = new ArrayList<>();
    ordered.add(new UnitTest(Kind.START, "", "", start.value()));
    for (Transition step : steps) {
      GameState before = step.before();
      Object value = before.value();
      List<UnitTest> all = new ArrayList<>();
      all.add(new UnitTest(Kind.PLAYER, value, "", (long) before.player()));
      all.add(new UnitTest(Kind.LEGAL, value, "", before.legal()));
      all.add(new UnitTest(Kind.OBSERVATIONS, value, "", before.observations()));
      all.add(new UnitTest(Kind.REWARDS, value, "", before.rewards()));
      if (step.after() != null) {
        all.add(new UnitTest(Kind.NEXT_STATE, value, step.action(), step.after().value()));
      }
      all.stream().filter(tests::add).forEach(ordered::add);
    }
    return List.copyOf(ordered);
  }

  /** Legal actions may come in any order. */
  @Override
  public Optional<Failure> failure(WorldProgram program) {
    Object found;
    try {
      found = found(program);
    } catch (WorldFault e) {
      return failed(e.getMessage());
    }
    return found.equals(kind == Kind.LEGAL ? new HashSet<>((List<?>) expected) : expected)
        ? Optional.empty()
        : failed(String.valueOf(found));
  }

  private Optional<Failure> failed(String found) {
    String asked = "%s of state %s, action '%s'".formatted(kind, state, action);
    return Optional.of(new Failure(asked, String.valueOf(expected), found));
  }

  private Object found(WorldProgram program) {
    GameState asked = program.state(state);
    return switch (kind) {
      case START -> program.start().value();
      case PLAYER -> (long) asked.player();
      case LEGAL -> new HashSet<>(asked.legal());
      case NEXT_STATE -> asked.after(action).value();
      case OBSERVATIONS -> asked.observations();
      case REWARDS -> asked.rewards();
    };
  }
}
