package org.galton.game;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A group search after some rounds. */
final class SearchPosition implements Position {
  private final SearchGame game;
  private final List<SearchRound> rounds;

  SearchPosition(SearchGame game, List<SearchRound> rounds) {
    this.game = game;
    this.rounds = List.copyOf(rounds);
  }

  @Override
  public List<String> turns() {
    if (over()) {
      return List.of();
    }
    return IntStream.range(0, game.rules().players()).mapToObj(this::turn).toList();
  }

  private String turn(int seat) {
    Marks marks = Marks.of(game, seat, rounds);
    return switch (game.rules().style()) {
      case PROSE -> Prose.of(marks);
      case MARKS -> marks.line();
    };
  }

  @Override
  public Position after(List<String> answers) {
    if (over() || answers.size() != game.rules().players()) {
      throw new IllegalArgumentException(
          "Cannot play on with %d answers: expected %d, one for each turn"
              .formatted(answers.size(), turns().size()));
    }
    List<SearchRound> more = new ArrayList<>(rounds);
    more.add(SearchRound.of(rounds.size() + 1, answers, game.rules().mode(), game.target()));
    return new SearchPosition(game, more);
  }

  @Override
  public boolean over() {
    return game.rules().isOver(rounds);
  }

  @Override
  public String transcript() {
    return Transcript.write(rounds);
  }
}
