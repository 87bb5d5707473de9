package org.galton.environment.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.environment.Answer;
import org.galton.environment.Environment;
import org.galton.game.Style;
import org.galton.numerics.SplitMix64;

/**
 * A team that follows rules, of known skill: each role does the right thing with its probability,
 * independently turn by turn.
 *
 * <ul>
 *   <li>planner: the tool and the argument that the environment's solver would call next; else
 *       another tool, or one that does not exist
 *   <li>executor: the plan's context as the command; else {@code ?}, which no tool can answer
 *   <li>verifier: whether the solver could answer from the memory; else the contrary
 *   <li>generator: the solver's answer, {@code unknown} where the memory does not tell it; else
 *       {@code unknown}
 * </ul>
 *
 * @param right probability of each role that a model plays, in [0, 1]
 */
public record TeamSkill(Map<Role, Double> right) {
  private static final String SUB_GOAL = "ask";
  private static final String NO_TOOL = "oracle";
  private static final String NO_COMMAND = "?";
  private static final String UNKNOWN = "unknown";

  /** Every role does the right thing. */
  public static final TeamSkill PERFECT =
      new TeamSkill(
          Map.of(Role.PLANNER, 1.0, Role.EXECUTOR, 1.0, Role.VERIFIER, 1.0, Role.GENERATOR, 1.0));

  public TeamSkill {
    right = Map.copyOf(right);
    for (Role role : Role.PLAYED) {
      double probability = right.getOrDefault(role, Double.NaN);
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "Invalid skill %s of the %s: expected a probability, 0 to 1"
                .formatted(probability, role.key()));
      }
    }
  }

  /**
   * What a role answers.
   *
   * @param environment that asks
   */
  public String answer(TeamView view, Environment environment, Style style, SplitMix64 chance) {
    boolean isRight = chance.nextUnit() < right.getOrDefault(view.role(), 0.0);
    return switch (view.role()) {
      case PLANNER ->
          TeamAnswer.of(
              isRight ? plan(view, environment, chance) : wrongPlan(view, environment, chance),
              style);
      case EXECUTOR ->
          TeamAnswer.ofCommand(isRight ? view.plan().orElseThrow().context() : NO_COMMAND, style);
      case VERIFIER ->
          TeamAnswer.ofVerdict(isRight == known(view, environment, chance).isPresent(), style);
      case GENERATOR -> {
        String answer = isRight ? known(view, environment, chance).orElse(UNKNOWN) : UNKNOWN;
        yield style == Style.MARKS ? answer + Answer.END : "\\boxed{" + answer + "}";
      }
      case TOOL -> throw new IllegalArgumentException("a tool is asked by its command");
    };
  }

  /** The solver's call; where it would answer already, its first call. */
  private static Plan plan(TeamView view, Environment environment, SplitMix64 chance) {
    return call(solved(view, environment, chance), environment)
        .or(() -> call(environment.solver().action(view.marks(), chance), environment))
        .orElse(new Plan(SUB_GOAL, NO_TOOL, view.marks()));
  }

  private static Plan wrongPlan(TeamView view, Environment environment, SplitMix64 chance) {
    Plan plan = plan(view, environment, chance);
    List<String> others = view.tools().stream().filter(tool -> !tool.equals(plan.tool())).toList();
    String other = others.isEmpty() ? NO_TOOL : others.get(chance.nextInt(others.size()));
    return new Plan(plan.subGoal(), other, plan.context());
  }

  /** The answer that the memory tells. */
  private static Optional<String> known(TeamView view, Environment environment, SplitMix64 chance) {
    String action = solved(view, environment, chance);
    return call(action, environment).isPresent() ? Optional.empty() : Optional.of(action);
  }

  private static Optional<Plan> call(String action, Environment environment) {
    return environment.tools().stream()
        .filter(tool -> action.startsWith(tool.name() + ":"))
        .map(
            tool ->
                new Plan(SUB_GOAL, tool.name(), action.substring(tool.name().length() + 1).strip()))
        .findFirst();
  }

  /** What the solver does who knows what the memory tells of the environment's own tools. */
  private static String solved(TeamView view, Environment environment, SplitMix64 chance) {
    List<String> parts = new ArrayList<>(List.of(view.marks()));
    for (MemoryStep step : view.memory()) {
      boolean own = environment.tools().stream().anyMatch(tool -> tool.name().equals(step.tool()));
      if (own && !step.failed()) {
        parts.add(
            step.tool()
                + ":"
                + TeamMarks.plain(step.command())
                + ">"
                + TeamMarks.plain(step.result()));
      }
    }
    return environment.solver().action(String.join("|", parts), chance);
  }
}
