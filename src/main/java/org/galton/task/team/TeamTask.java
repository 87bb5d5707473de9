package org.galton.task.team;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.galton.environment.Answer;
import org.galton.environment.Effect;
import org.galton.environment.Policy;
import org.galton.environment.team.Role;
import org.galton.environment.team.TeamPlay;
import org.galton.environment.team.TeamSkill;
import org.galton.environment.team.TeamTranscript;
import org.galton.environment.team.TeamView;
import org.galton.game.Position;
import org.galton.numerics.SplitMix64;
import org.galton.task.Environment;
import org.galton.task.IndexedStream;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable;
import org.galton.task.Verdict;
import org.galton.task.environment.SeededPrompts;

/**
 * Questions of an environment that a team answers. A prompt is a question by its seed; the
 * completion is the transcript of all roles, right if the generator's answer is what the
 * environment holds for right. Its reward is 1 or 0.
 */
public final class TeamTask implements Environment, Trainable {
  public static final String NAME = "team";

  private static final Verdict NO_WORK = new Verdict("", false, false, 0);

  /** Of the planner and the executor whose mistakes worked examples begin with. */
  private static final double EXAMPLE_SKILL = 0.7;

  private final String name;
  private final TeamOptions options;

  public TeamTask(String name, TeamOptions options) {
    this.name = name;
    this.options = options;
  }

  @Override
  public String name() {
    return name;
  }

  public TeamOptions options() {
    return options;
  }

  /** The same questions in the same order as the episodes of the environment. */
  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return new SeededPrompts(name, options.environment(), options::text).of(split, count, seed);
  }

  /** Leaves nothing to chance. */
  @Override
  public Position start(Prompt prompt, long seed) {
    return start(prompt);
  }

  private TeamPlay start(Prompt prompt) {
    return options.start(Long.parseLong(prompt.reference()));
  }

  /** Three roles a turn, and the generator. */
  @Override
  public int mostTurns() {
    return 3 * options.turns() + 1;
  }

  @Override
  public List<String> answerEnds() {
    return options.rules().answerEnds();
  }

  @Override
  public Map<String, String> partners() {
    return options.roles();
  }

  /** The work that a completion tells; empty where it is none of this prompt. */
  public Optional<TeamPlay> work(Prompt prompt, String completion) {
    return TeamTranscript.read(completion, start(prompt));
  }

  @Override
  public String scorer() {
    return "team/1";
  }

  /** The environment judges the generator's answer as it judges any agent's. */
  @Override
  public Verdict verify(Prompt prompt, String completion) {
    return work(prompt, completion).map(work -> verdict(prompt, work)).orElse(NO_WORK);
  }

  private Verdict verdict(Prompt prompt, TeamPlay work) {
    Optional<String> answer = Answer.action(work.answer(), options.style(), options.asks());
    boolean right =
        answer
            .map(options.asks().start(Long.parseLong(prompt.reference()))::after)
            .filter(effect -> isWon(effect))
            .isPresent();
    return new Verdict(answer.orElse(""), right, false, right ? 1 : 0);
  }

  private static boolean isWon(Effect effect) {
    return effect instanceof Effect.Moved moved && moved.ending() == Effect.Ending.WON;
  }

  /**
   * What a role should have said in one turn of a team that makes mistakes: planner and executor go
   * wrong with probability 0.3, so that memories with failed steps are among the examples.
   */
  @Override
  public WorkedExample example(long seed, long index) {
    IndexedStream draws = new IndexedStream(seed, NAME + " example", index);
    SplitMix64 chance = Policy.chance(draws.next(), 0);
    Map<Role, Double> rates = new HashMap<>(TeamSkill.PERFECT.right());
    rates.put(Role.PLANNER, EXAMPLE_SKILL);
    rates.put(Role.EXECUTOR, EXAMPLE_SKILL);
    TeamSkill clumsy = new TeamSkill(rates);
    TeamPlay work = options.start(draws.next() >>> 1);
    List<WorkedExample> turns = new ArrayList<>();
    while (!work.over()) {
      List<String> said = new ArrayList<>();
      for (TeamView view : work.view().stream().toList()) {
        turns.add(new WorkedExample(work.turns().get(0), answer(TeamSkill.PERFECT, view, chance)));
        said.add(answer(clumsy, view, chance));
      }
      work = work.after(said);
    }
    return turns.get(draws.below(turns.size()));
  }

  private String answer(TeamSkill skill, TeamView view, SplitMix64 chance) {
    return skill.answer(view, options.asks(), options.style(), chance);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TeamTask task && name.equals(task.name) && options.equals(task.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, options);
  }
}
