package org.galton.environment.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.environment.Answer;
import org.galton.environment.Tool;
import org.galton.game.Position;

/**
 * A team at work on a question. Immutable.
 *
 * <pre>
 *  memory = question
 *  turn t: the planner says sub-goal, tool and context; the executor makes a command of them; the
 *          tool answers; the memory takes tool, sub-goal, command and result; the verifier says 1
 *          when the memory is enough, else 0
 *  at 1, or at the limit of turns, the generator writes the answer
 * </pre>
 *
 * <p>A tool that nobody knows, or a command that it cannot answer, is a failed step that the memory
 * tells; the team goes on. Where there is no such tool, the executor's round passes without a
 * question to anyone, so that all teams that began together stay in step.
 *
 * <p>Li et al., In-the-Flow Agentic System Optimization, 2025, arXiv:2510.05592.
 */
public final class TeamPlay implements Position {
  private static final int LONGEST_RESULT = 2_000;

  private enum Phase {
    PLAN,
    COMMAND,
    PASS,
    CHECK,
    WRITE,
    OVER
  }

  private final TeamRules rules;
  private final TeamQuery query;
  private final Phase phase;
  private final int turn;
  private final Optional<Plan> plan;
  private final List<MemoryStep> memory;
  private final List<TeamTurn> played;
  private final boolean stopped;

  private TeamPlay(
      TeamRules rules,
      TeamQuery query,
      Phase phase,
      int turn,
      Optional<Plan> plan,
      List<MemoryStep> memory,
      List<TeamTurn> played,
      boolean stopped) {
    this.rules = rules;
    this.query = query;
    this.phase = phase;
    this.turn = turn;
    this.plan = plan;
    this.memory = memory;
    this.played = played;
    this.stopped = stopped;
  }

  static TeamPlay start(TeamRules rules, TeamQuery query) {
    return new TeamPlay(rules, query, Phase.PLAN, 1, Optional.empty(), List.of(), List.of(), false);
  }

  public TeamRules rules() {
    return rules;
  }

  public TeamQuery query() {
    return query;
  }

  /** Number of the step that is played, from 1. */
  public int turn() {
    return turn;
  }

  public List<MemoryStep> memory() {
    return memory;
  }

  public List<TeamTurn> played() {
    return played;
  }

  /** Whether the verifier ended the steps, and not the limit. */
  public boolean stopped() {
    return stopped;
  }

  /** The generator's answer, as it is kept; empty before the end. */
  public String answer() {
    return over() ? played.get(played.size() - 1).answer() : "";
  }

  /** What the role knows whose turn it is; empty where none is asked. */
  public Optional<TeamView> view() {
    return asked()
        .map(
            role ->
                new TeamView(
                    role,
                    query.name(),
                    query.marks(),
                    role == Role.PLANNER ? rules.toolNames() : List.of(),
                    role == Role.EXECUTOR ? List.of() : memory,
                    role == Role.EXECUTOR ? plan : Optional.empty()));
  }

  private Optional<Role> asked() {
    return switch (phase) {
      case PLAN -> Optional.of(Role.PLANNER);
      case COMMAND -> Optional.of(Role.EXECUTOR);
      case CHECK -> Optional.of(Role.VERIFIER);
      case WRITE -> Optional.of(Role.GENERATOR);
      case PASS, OVER -> Optional.empty();
    };
  }

  @Override
  public List<String> turns() {
    return view().map(view -> TeamWording.of(this, view)).stream().toList();
  }

  @Override
  public List<String> roles() {
    return asked().map(Role::key).stream().toList();
  }

  @Override
  public TeamPlay after(List<String> answers) {
    return after(answers, List.of());
  }

  @Override
  public TeamPlay after(List<String> answers, List<Integer> tokens) {
    int expected = asked().isPresent() ? 1 : 0;
    if (over() || answers.size() != expected) {
      throw new IllegalArgumentException(
          "Cannot play on with %d answers: expected %d, one for each turn"
              .formatted(answers.size(), expected));
    }
    return expected == 0
        ? to(Phase.CHECK, List.of())
        : after(
            answers.get(0), tokens.isEmpty() ? OptionalInt.empty() : OptionalInt.of(tokens.get(0)));
  }

  TeamPlay after(String answer, OptionalInt tokens) {
    String kept = Answer.kept(answer, rules.style());
    return switch (phase) {
      case PLAN -> planned(kept, tokens);
      case COMMAND -> commanded(kept, tokens);
      case CHECK -> checked(kept, tokens);
      case WRITE ->
          to(Phase.OVER, List.of(said(Role.GENERATOR, kept, "", "", "", kept.isBlank(), tokens)));
      case PASS, OVER -> throw new IllegalStateException("nobody was asked");
    };
  }

  private TeamPlay planned(String answer, OptionalInt tokens) {
    Optional<Plan> read = TeamAnswer.plan(answer, rules.style());
    Plan next = read.orElse(new Plan("", "", ""));
    TeamTurn own =
        said(
            Role.PLANNER,
            answer,
            next.subGoal(),
            next.tool(),
            next.context(),
            read.isEmpty(),
            tokens);
    if (rules.tool(next.tool()).isPresent()) {
      return new TeamPlay(
          rules, query, Phase.COMMAND, turn, Optional.of(next), memory, with(List.of(own)), false);
    }
    String why = read.isEmpty() ? "No step was read." : "There is no such tool.";
    return remember(next, "", why, true, List.of(own), Phase.PASS);
  }

  private TeamPlay commanded(String answer, OptionalInt tokens) {
    Plan now = plan.orElseThrow();
    Optional<String> command = TeamAnswer.command(answer, rules.style());
    TeamTurn own =
        said(Role.EXECUTOR, answer, command.orElse(""), now.tool(), "", command.isEmpty(), tokens);
    if (command.isEmpty()) {
      return remember(now, "", "No command was read.", true, List.of(own), Phase.CHECK);
    }
    Tool tool = rules.tool(now.tool()).orElseThrow();
    String result;
    boolean failed = false;
    try {
      result = tool.answer(command.get());
    } catch (IllegalArgumentException e) {
      result = "Error: " + e.getMessage();
      failed = true;
    }
    result = result.substring(0, Math.min(LONGEST_RESULT, result.length()));
    return remember(now, command.get(), result, failed, List.of(own), Phase.CHECK);
  }

  /** A step with its tool's turn. */
  private TeamPlay remember(
      Plan step, String command, String result, boolean failed, List<TeamTurn> own, Phase next) {
    List<MemoryStep> more = new ArrayList<>(memory);
    more.add(new MemoryStep(step.tool(), step.subGoal(), command, result, failed));
    List<TeamTurn> turns = new ArrayList<>(own);
    turns.add(
        new TeamTurn(
            turn, Role.TOOL, result, "", step.tool(), command, failed, false, OptionalInt.empty()));
    return new TeamPlay(
        rules, query, next, turn, Optional.empty(), List.copyOf(more), with(turns), false);
  }

  private TeamPlay checked(String answer, OptionalInt tokens) {
    Optional<Boolean> read = TeamAnswer.verdict(answer, rules.style());
    boolean enough = read.orElse(false);
    TeamTurn own = said(Role.VERIFIER, answer, enough ? "1" : "0", "", "", read.isEmpty(), tokens);
    boolean last = enough || turn == rules.limit();
    return new TeamPlay(
        rules,
        query,
        last ? Phase.WRITE : Phase.PLAN,
        last ? turn : turn + 1,
        Optional.empty(),
        memory,
        with(List.of(own)),
        enough);
  }

  private TeamPlay to(Phase next, List<TeamTurn> more) {
    return new TeamPlay(rules, query, next, turn, plan, memory, with(more), stopped);
  }

  private List<TeamTurn> with(List<TeamTurn> more) {
    List<TeamTurn> all = new ArrayList<>(played);
    all.addAll(more);
    return List.copyOf(all);
  }

  private TeamTurn said(
      Role role,
      String answer,
      String action,
      String tool,
      String argument,
      boolean misread,
      OptionalInt tokens) {
    return new TeamTurn(turn, role, answer, action, tool, argument, false, misread, tokens);
  }

  @Override
  public boolean over() {
    return phase == Phase.OVER;
  }

  @Override
  public String transcript() {
    return TeamTranscript.write(this);
  }
}
