package org.galton.reinforce.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.galton.environment.EpisodeRules;
import org.galton.environment.History;
import org.galton.environment.Play;
import org.galton.environment.suite.Environments;
import org.galton.game.Style;
import org.galton.reward.advantage.ReturnAdvantage;
import org.galton.reward.advantage.ReturnNormalised;
import org.junit.jupiter.api.Test;

/** Rewards, calls and returns of the turns of an episode. */
final class PlayedEpisodeTest {
  private static Play played(String environment, String... answers) {
    Play play =
        new EpisodeRules(Environments.named(environment).orElseThrow(), Style.MARKS, new History(0))
            .start(7);
    for (String answer : answers) {
      play = play.after(List.of(answer));
    }
    return play;
  }

  @Test
  void turnsHaveTheRewardsThatTheEnvironmentGave() {
    PlayedEpisode wrong = PlayedEpisode.of(played("guess-the-number/easy", "1;", "x;"), .9);
    assertThat(wrong.rewards()).containsExactly(0, -.1);
    assertThat(wrong.returns()).containsExactly(new double[] {-.09, -.1}, within(1e-15));
    assertThat(wrong.earned()).isCloseTo(-.09, within(1e-15));
    assertThat(wrong.calls()).isZero();
  }

  @Test
  void rewardOfTheWholeEpisodeIsEarnedByItsLastTurn() {
    PlayedEpisode episode = new PlayedEpisode(new double[] {.5, .5, 0}, 0, .9);
    assertThat(episode.returns(1)).containsExactly(new double[] {.81, .9, 1}, within(1e-15));
    assertThat(episode.earned()).isCloseTo(.95, within(1e-15));
  }

  @Test
  void callsOfToolsAreCountedAlsoThoseThatFail() {
    PlayedEpisode episode =
        PlayedEpisode.of(played("arithmetic/easy", "calculator: 1+1;", "calculator: 1/;", "0;"), 1);
    assertThat(episode.calls()).isEqualTo(2);
    assertThat(episode.turns()).isEqualTo(3);
  }

  @Test
  void turnsOfAllEpisodesAreComparedAndDealtBack() {
    List<double[]> returns =
        List.of(new double[] {1, .9, .81}, new double[] {0, 0}, new double[] {-.1});
    List<double[]> credits = TurnCredits.of(new ReturnNormalised(), returns);
    assertThat(credits.get(0))
        .containsExactly(new double[] {1.195226, .983682, .793292}, within(6e-7));
    assertThat(credits.get(1)).containsExactly(new double[] {-.920219, -.920219}, within(6e-7));
    assertThat(credits.get(2)).containsExactly(new double[] {-1.131763}, within(6e-7));
    assertThat(TurnCredits.of(ReturnAdvantage.plain(), returns).get(0)).containsExactly(1, .9, .81);
  }
}
