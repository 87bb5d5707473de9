package org.galton.reinforce.episode;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.galton.environment.Play;
import org.galton.reinforce.row.MeasuredEpisodes;

/** Means over episodes that have ended. */
public final class EpisodeFigures {
  private EpisodeFigures() {}

  public static MeasuredEpisodes of(List<Play> plays) {
    return new MeasuredEpisodes(
        mean(plays, EpisodeFigures::turns),
        mean(plays.stream().filter(play -> play.state().won()).toList(), EpisodeFigures::turns),
        mean(plays, play -> PlayedEpisode.of(play, 1).calls()));
  }

  /** The same of teams, whose turns are the planner's. */
  public static MeasuredEpisodes ofTeams(List<PlayedEpisode> works) {
    return new MeasuredEpisodes(
        works.stream().mapToDouble(PlayedEpisode::turns).average(),
        works.stream()
            .filter(work -> work.earned() > 0)
            .mapToDouble(PlayedEpisode::turns)
            .average(),
        works.stream().mapToDouble(PlayedEpisode::calls).average());
  }

  private static double turns(Play play) {
    return play.played().size();
  }

  private static OptionalDouble mean(List<Play> plays, ToDoubleFunction<Play> of) {
    return plays.stream().mapToDouble(of).average();
  }
}
