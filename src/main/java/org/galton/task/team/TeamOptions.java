package org.galton.task.team;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.environment.AnswerForm;
import org.galton.environment.Environment;
import org.galton.environment.World;
import org.galton.environment.question.Tools;
import org.galton.environment.suite.Environments;
import org.galton.environment.team.Role;
import org.galton.environment.team.TeamPlay;
import org.galton.environment.team.TeamQuery;
import org.galton.environment.team.TeamRules;
import org.galton.game.Style;

/**
 * What a {@link TeamTask} asks, and of whom.
 *
 * @param environment id of one that asks questions for which there are tools
 * @param tools names of those that the planner may choose
 * @param turns most steps with a tool
 * @param roles models that take roles of the team, by the role's key; the sampled model has the
 *     planner's and those that are left out
 */
public record TeamOptions(
    String environment, Style style, List<String> tools, int turns, Map<String, String> roles)
    implements Serializable {
  private static final String BOX = "Put your answer into \\boxed{}; the last box counts.";
  private static final Pattern TEXT =
      Pattern.compile(
          "team ([a-z0-9-]+/[a-z]+)/([0-9]{1,4}), seed (-?[0-9]{1,19}), (prose/1|marks/1), tools ([a-z,]{1,200}), at most ([0-9]{1,3}) turns");

  public TeamOptions {
    tools = List.copyOf(tools);
    roles = Map.copyOf(new TreeMap<>(roles));
    if (!environments().contains(environment)) {
      throw new IllegalArgumentException(
          "Invalid environment '%s' of a team: expected one whose questions have tools, %s"
              .formatted(environment, String.join(", ", environments())));
    }
    for (String tool : tools) {
      if (Tools.named(tool).isEmpty()) {
        throw new IllegalArgumentException(
            "Invalid tool '%s': expected one of %s"
                .formatted(tool, String.join(", ", Tools.names())));
      }
    }
    if (tools.stream().distinct().count() < tools.size()) {
      throw new IllegalArgumentException("Invalid tools %s: expected none twice".formatted(tools));
    }
    roles.forEach(TeamOptions::checkRole);
    rules(style, tools, turns); // throws
  }

  private static void checkRole(String key, String model) {
    Optional<Role> role = Role.of(key).filter(Role.PLAYED::contains);
    if (role.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid role '%s' of a team: expected executor, verifier or generator".formatted(key));
    }
    if (role.get() == Role.PLANNER) {
      throw new IllegalArgumentException(
          "Invalid model '%s' of the planner: the planner is the model that is sampled; name it under 'models', and leave out 'planner'"
              .formatted(model));
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException(
          "Invalid model of the %s: expected a model's name".formatted(key));
    }
  }

  /** In prose, with all tools, 10 turns and one model in all roles. */
  public static TeamOptions of(String environment) {
    return new TeamOptions(
        environment, Style.PROSE, Tools.names(), TeamRules.USUAL_TURNS, Map.of());
  }

  public TeamOptions withStyle(Style other) {
    return new TeamOptions(environment, other, tools, turns, roles);
  }

  public TeamOptions withTools(List<String> others) {
    return new TeamOptions(environment, style, others, turns, roles);
  }

  public TeamOptions withTurns(int other) {
    return new TeamOptions(environment, style, tools, other, roles);
  }

  public TeamOptions withRoles(Map<String, String> others) {
    return new TeamOptions(environment, style, tools, turns, others);
  }

  /** Ids of the environments that a team can be asked of. */
  public static List<String> environments() {
    return Environments.ALL.stream()
        .filter(environment -> !environment.tools().isEmpty())
        .filter(environment -> environment.answerForm() == AnswerForm.BOX)
        .map(Environment::id)
        .toList();
  }

  TeamRules rules() {
    return rules(style, tools, turns);
  }

  private static TeamRules rules(Style style, List<String> tools, int turns) {
    return new TeamRules(
        style, tools.stream().map(name -> Tools.named(name).orElseThrow()).toList(), turns);
  }

  Environment asks() {
    return Environments.named(environment).orElseThrow();
  }

  /** All that is known of a team's work before it begins, but for who takes which role. */
  String text(long seed) {
    return "team %s/%d, seed %d, %s, tools %s, at most %d turns"
        .formatted(
            environment, asks().version(), seed, style.version(), String.join(",", tools), turns);
  }

  TeamPlay start(long seed) {
    World world = asks().start(seed);
    return rules().start(new TeamQuery(environment, world.text(), world.marks(), BOX));
  }

  /**
   * The start that a prompt's text tells; empty where it is something else, or of an environment
   * that has changed since.
   */
  public static Optional<TeamPlay> read(String text) {
    Matcher told = TEXT.matcher(text);
    if (!told.matches()) {
      return Optional.empty();
    }
    try {
      TeamOptions options =
          new TeamOptions(
              told.group(1),
              told.group(4).equals(Style.MARKS.version()) ? Style.MARKS : Style.PROSE,
              List.of(told.group(5).split(",", -1)),
              Integer.parseInt(told.group(6)),
              Map.of());
      long seed = Long.parseLong(told.group(3));
      return Optional.of(seed)
          .filter(known -> options.text(known).equals(text))
          .map(options::start);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Numbers or names that no team has.
    }
  }
}
