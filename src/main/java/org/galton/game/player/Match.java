package org.galton.game.player;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.game.Feedback;
import org.galton.game.Marks;
import org.galton.game.SearchGame;

/** A game among players of one kind. */
public final class Match {
  private Match() {}

  /**
   * Plays a game to its end.
   *
   * @return what each player knows then, by seat
   */
  public static List<Marks> play(SearchGame game, Player player, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Marks> group =
        IntStream.range(0, game.rules().players()).mapToObj(seat -> Marks.of(game, seat)).toList();
    for (int round = 1; round <= game.rules().rounds(); round++) {
      List<Integer> guesses =
          group.stream().map(marks -> player.guess(marks, seeds.nextLong())).toList();
      Feedback feedback = Feedback.on(game.rules().mode().value(guesses), game.target());
      List<Marks> next = new ArrayList<>(group.size());
      for (int seat = 0; seat < group.size(); seat++) {
        next.add(group.get(seat).after(guesses.get(seat), feedback));
      }
      group = next;
      if (feedback == Feedback.CORRECT) {
        break;
      }
    }
    return List.copyOf(group);
  }
}
