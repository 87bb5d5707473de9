package org.galton.task.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.galton.environment.Policy;
import org.galton.environment.team.Role;
import org.galton.environment.team.TeamMarks;
import org.galton.environment.team.TeamPlay;
import org.galton.environment.team.TeamSkill;
import org.galton.environment.team.TeamView;
import org.galton.game.Style;
import org.galton.numerics.SplitMix64;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable;
import org.galton.task.Verdict;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.environment.EpisodeOptions;
import org.junit.jupiter.api.Test;

/** What teams are asked, how they are judged, and how well teams of known skill do. */
final class TeamTaskTest {
  private static final int QUESTIONS = 1_500;

  private static TeamTask task(String environment, int turns) {
    return new TeamTask(
        "team", TeamOptions.of(environment).withStyle(Style.MARKS).withTurns(turns));
  }

  private static TeamSkill skill(double planner, double executor, double verifier) {
    return new TeamSkill(
        Map.of(
            Role.PLANNER,
            planner,
            Role.EXECUTOR,
            executor,
            Role.VERIFIER,
            verifier,
            Role.GENERATOR,
            1.0));
  }

  private static TeamPlay play(TeamTask task, Prompt prompt, TeamSkill skill, long seed) {
    SplitMix64 chance = Policy.chance(seed, 1);
    TeamPlay play = (TeamPlay) task.start(prompt, seed);
    while (!play.over()) {
      List<String> said = new ArrayList<>();
      for (TeamView view : play.view().stream().toList()) {
        said.add(skill.answer(view, task.options().asks(), task.options().style(), chance));
      }
      play = play.after(said);
    }
    return play;
  }

  private record Outcome(double success, double turns) {}

  private static Outcome outcome(TeamTask task, TeamSkill skill) {
    List<Prompt> prompts = task.prompts(Split.TEST, QUESTIONS, 5);
    double right = 0;
    double turns = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      TeamPlay play = play(task, prompts.get(i), skill, i);
      right += task.verify(prompts.get(i), play.transcript()).correct() ? 1 : 0;
      turns += play.turn();
    }
    return new Outcome(right / QUESTIONS, turns / QUESTIONS);
  }

  /**
   * One good step answers the question. With s the probability of a good step (planner times
   * executor), e that of a wrong verdict and a = (1 - s)(1 - e) that of going on without the
   * answer:
   *
   * <pre>
   *  success = 1 - (1 - s) e (1 - a^L) / (1 - a) - a^L
   *  turns   = sum over t = 1..L of  a^(t-1) + s e sum over k = 0..t-2 of a^k e^(t-2-k)
   * </pre>
   */
  private static Outcome expected(double s, double e, int limit) {
    double a = (1 - s) * (1 - e);
    double turns = 0;
    for (int t = 1; t <= limit; t++) {
      turns += Math.pow(a, t - 1);
      for (int k = 0; k <= t - 2; k++) {
        turns += s * e * Math.pow(a, k) * Math.pow(e, t - 2 - k);
      }
    }
    double last = Math.pow(a, limit);
    return new Outcome(1 - (1 - s) * e * (1 - last) / (1 - a) - last, turns);
  }

  @Test
  void aTeamOfKnownSkillSucceedsAsOftenAsTheChainSays() {
    for (int limit : new int[] {3, 10}) {
      for (double[] rates : new double[][] {{.5, .9, .9}, {.8, 1, 1}, {.3, 1, .8}}) {
        Outcome expected = expected(rates[0] * rates[1], 1 - rates[2], limit);
        Outcome measured =
            outcome(task("arithmetic/easy", limit), skill(rates[0], rates[1], rates[2]));
        // Four standard errors; the turns' standard deviation is at most limit / 2.
        double margin = 4 * Math.sqrt(.25 / QUESTIONS);
        assertThat(measured.success()).isCloseTo(expected.success(), within(margin));
        assertThat(measured.turns()).isCloseTo(expected.turns(), within(limit * margin));
      }
    }
    assertThat(expected(1, 0, 10)).isEqualTo(new Outcome(1, 1));
    assertThat(expected(.5, 0, 3).success()).isEqualTo(.875);
    assertThat(expected(.5, 0, 3).turns()).isEqualTo(1.75);
  }

  /**
   * A question of three texts needs three good steps, or fewer where a search finds two of them:
   * the number of turns is negative binomial.
   */
  @Test
  void aQuestionOfThreeTextsNeedsThreeGoodSteps() {
    double s = .5;
    int limit = 6;
    int questions = 400;
    TeamTask task = task("lookup/hard", limit);
    List<Prompt> prompts = task.prompts(Split.TEST, questions, 5);
    double expected = 0;
    double right = 0;
    int three = 0;
    for (int i = 0; i < questions; i++) {
      int needed = play(task, prompts.get(i), TeamSkill.PERFECT, i).turn();
      three += needed == 3 ? 1 : 0;
      for (int turns = needed; turns <= limit; turns++) {
        expected +=
            CombinatoricsUtils.binomialCoefficient(turns - 1, needed - 1) * Math.pow(s, turns);
      }
      TeamPlay play = play(task, prompts.get(i), skill(s, 1, 1), i);
      right += task.verify(prompts.get(i), play.transcript()).correct() ? 1 : 0;
    }
    assertThat(three).isGreaterThan(questions * 9 / 10);
    assertThat(right / questions)
        .isCloseTo(expected / questions, within(4 * Math.sqrt(.25 / questions)));
  }

  @Test
  void proseIsPlayedAsMarksAre() {
    for (String environment : TeamOptions.environments()) {
      TeamTask task = new TeamTask("team", TeamOptions.of(environment));
      for (Prompt prompt : task.prompts(Split.TEST, 20, 3)) {
        assertThat(task.verify(prompt, play(task, prompt, TeamSkill.PERFECT, 1).transcript()))
            .matches(Verdict::correct);
      }
    }
  }

  @Test
  void theQuestionsAreThoseOfTheSingleAgentAndTheAnswerIsJudgedAsItsIs() {
    TeamTask team = task("arithmetic/easy", 3);
    EnvironmentTask agent = new EnvironmentTask("agent", EpisodeOptions.of("arithmetic/easy"));
    List<Prompt> prompts = team.prompts(Split.TEST, 30, 9);
    assertThat(prompts)
        .extracting(Prompt::reference)
        .isEqualTo(agent.prompts(Split.TEST, 30, 9).stream().map(Prompt::reference).toList());
    Prompt prompt = prompts.get(0);
    TeamPlay work = play(team, prompt, TeamSkill.PERFECT, 1);
    String right = team.verify(prompt, work.transcript()).answer();
    assertThat(team.verify(prompt, work.transcript()))
        .isEqualTo(new Verdict(right, true, false, 1));
    assertThat(team.verify(prompts.get(1), work.transcript()))
        .as("another question's work")
        .isEqualTo(new Verdict(right, false, false, 0));
    TeamPlay wrong =
        play(
            team,
            prompt,
            new TeamSkill(
                Map.of(
                    Role.PLANNER,
                    1.0,
                    Role.EXECUTOR,
                    1.0,
                    Role.VERIFIER,
                    1.0,
                    Role.GENERATOR,
                    0.0)),
            1);
    assertThat(team.verify(prompt, wrong.transcript()))
        .isEqualTo(new Verdict("unknown", false, false, 0));
    assertThat(TeamOptions.read(prompt.text()).orElseThrow().turns())
        .isEqualTo(((TeamPlay) team.start(prompt, 0)).turns());
    assertThat(TeamOptions.read(prompt.text().replace("at most 3", "at most 999"))).isEmpty();
  }

  /** The answer of an example is what the perfect team says where an imperfect one has come. */
  @Test
  void examplesShowEveryRoleAndMemoriesWithFailedSteps() {
    TeamTask task = task("lookup/easy", 10);
    List<Trainable.WorkedExample> examples =
        IntStream.range(0, 400).mapToObj(i -> task.example(1, i)).toList();
    List<TeamView> views =
        examples.stream().map(one -> TeamMarks.read(one.prompt()).orElseThrow()).toList();
    assertThat(views).extracting(TeamView::role).contains(Role.PLANNER, Role.EXECUTOR);
    assertThat(views).anyMatch(view -> view.memory().stream().anyMatch(step -> step.failed()));
    assertThat(examples).extracting(Trainable.WorkedExample::completion).contains("0;", "1;");
    assertThat(examples).extracting(Trainable.WorkedExample::completion).doesNotContain("?;");
    assertThat(task.example(1, 7)).isEqualTo(task.example(1, 7));
  }

  @Test
  void whatNoTeamCanBeIsRefused() {
    TeamOptions options = TeamOptions.of("arithmetic/easy");
    assertThatThrownBy(() -> TeamOptions.of("hanoi/easy"))
        .hasMessage(
            "Invalid environment 'hanoi/easy' of a team: expected one whose questions have tools, arithmetic/easy, arithmetic/hard, lookup/easy, lookup/hard");
    assertThatThrownBy(() -> options.withRoles(Map.of("critic", "m")))
        .hasMessage("Invalid role 'critic' of a team: expected executor, verifier or generator");
    assertThatThrownBy(() -> options.withRoles(Map.of("planner", "m")))
        .hasMessageContaining("the planner is the model that is sampled");
    assertThatThrownBy(() -> options.withTools(List.of("oracle")))
        .hasMessage("Invalid tool 'oracle': expected one of calculator, search");
    assertThatThrownBy(() -> options.withTools(List.of("search", "search")))
        .hasMessage("Invalid tools [search, search]: expected none twice");
    assertThatThrownBy(() -> options.withTurns(101)).hasMessageContaining("expected 1 to 100");
    assertThatThrownBy(() -> skill(1.5, 1, 1)).hasMessageContaining("expected a probability");
  }
}
