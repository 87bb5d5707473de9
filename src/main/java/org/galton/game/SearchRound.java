package org.galton.game;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A round that was played.
 *
 * @param round its number, from 1
 * @param answers what the players said, by seat
 * @param guesses what that was taken for, by seat
 * @param clamped how many answers named a number out of range
 * @param unparsed how many answers named no number
 */
public record SearchRound(
    int round,
    List<String> answers,
    List<Integer> guesses,
    Feedback feedback,
    int clamped,
    int unparsed) {

  public SearchRound {
    answers = List.copyOf(answers);
    guesses = List.copyOf(guesses);
  }

  static SearchRound of(int round, List<String> answers, Mode mode, int target) {
    List<Guess> read = answers.stream().map(answer -> Guess.read(answer, mode)).toList();
    List<Integer> guesses = read.stream().map(Guess::value).toList();
    return new SearchRound(
        round,
        answers,
        guesses,
        Feedback.on(mode.value(guesses), target),
        count(read, Guess.Reading.CLAMPED),
        count(read, Guess.Reading.UNPARSED));
  }

  /** The guesses; players are named by their seats, so that names sort as seats do. */
  public Stream<Contribution> contributions() {
    return IntStream.range(0, guesses.size())
        .mapToObj(seat -> new Contribution(round, player(seat), guesses.get(seat)));
  }

  /** A player's name, by its seat from 0. */
  public static String player(int seat) {
    return "player-%02d".formatted(seat + 1);
  }

  private static int count(List<Guess> guesses, Guess.Reading reading) {
    return (int) guesses.stream().filter(guess -> guess.reading() == reading).count();
  }
}
