package org.galton.reinforce.episode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.reward.advantage.TurnAdvantage;

/** The advantages of all turns of a batch, dealt back to their episodes. */
public final class TurnCredits {
  private TurnCredits() {}

  /**
   * One advantage a turn, episode by episode.
   *
   * @param returns of the turns of each episode
   */
  public static List<double[]> of(TurnAdvantage form, List<double[]> returns) {
    double[] all = form.ofTurns(returns.stream().flatMapToDouble(Arrays::stream).toArray());
    List<double[]> credits = new ArrayList<>();
    int at = 0;
    for (double[] episode : returns) {
      credits.add(Arrays.copyOfRange(all, at, at + episode.length));
      at += episode.length;
    }
    return credits;
  }
}
