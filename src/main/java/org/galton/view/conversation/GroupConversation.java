package org.galton.view.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.galton.game.Feedback;
import org.galton.game.GroupSearch;
import org.galton.game.Mode;
import org.galton.game.Position;
import org.galton.game.SearchGame;
import org.galton.game.SearchRound;
import org.galton.game.Transcript;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.report.VisibleText;

/**
 * A group's search for a number.
 *
 * @param end how it came out, in a sentence
 * @param question what the first player was asked in the last round, in which it knew most
 */
public record GroupConversation(
    String end, List<Fact> facts, List<GroupRound> rounds, String question)
    implements Conversation {
  private static final int LONGEST_QUESTION = 20_000;

  static Optional<GroupConversation> of(String prompt, String reference, String completion) {
    return target(reference)
        .flatMap(target -> SearchGame.read(prompt, target))
        .flatMap(
            game ->
                Transcript.read(completion, game.rules(), game.target())
                    .map(rounds -> of(game, rounds)));
  }

  private static Optional<Integer> target(String reference) {
    return reference.matches("[0-9]{1,3}")
        ? Optional.of(Integer.parseInt(reference))
        : Optional.empty();
  }

  private static GroupConversation of(SearchGame game, List<SearchRound> played) {
    List<GroupRound> rounds = new ArrayList<>();
    int highest = scale(game, played);
    PossibleTargets left = PossibleTargets.all(game.rules().mode());
    for (SearchRound round : played) {
      left = left.after(game.rules().mode().value(round.guesses()), round.feedback());
      rounds.add(GroupRound.of(game, round, left, highest));
    }
    return new GroupConversation(
        end(game, played),
        facts(game, played),
        List.copyOf(rounds),
        VisibleText.of(question(game, played), LONGEST_QUESTION));
  }

  private static String question(SearchGame game, List<SearchRound> played) {
    Position position = game.start();
    for (SearchRound round : played.subList(0, played.size() - 1)) {
      position = position.over() ? position : position.after(round.answers());
    }
    return position.over() ? "" : position.turns().get(0);
  }

  /** The highest value that a track shows. */
  private static int scale(SearchGame game, List<SearchRound> rounds) {
    return rounds.stream()
        .mapToInt(round -> game.rules().mode().value(round.guesses()))
        .reduce(Math.max(1, game.target()), Math::max);
  }

  private static String end(SearchGame game, List<SearchRound> rounds) {
    SearchRound last = rounds.get(rounds.size() - 1);
    return last.feedback() == Feedback.CORRECT
        ? "The group hit %d in round %d.".formatted(game.target(), last.round())
        : "The group did not hit %d in %d rounds.".formatted(game.target(), last.round());
  }

  private static List<Fact> facts(SearchGame game, List<SearchRound> rounds) {
    GroupSearch rules = game.rules();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Target", Integer.toString(game.target())));
    facts.add(new Fact("Reached by", rules.mode() == Mode.SUM ? "the sum" : "the rounded mean"));
    facts.add(new Fact("Players", Integer.toString(rules.players())));
    facts.add(new Fact("Condition", rules.condition().name().toLowerCase(Locale.ROOT)));
    facts.add(new Fact("Rounds", "%d of at most %d".formatted(rounds.size(), rules.rounds())));
    facts.add(
        new Fact(
            "Out of range", Figures.count(rounds.stream().mapToLong(SearchRound::clamped).sum())));
    facts.add(
        new Fact(
            "No number", Figures.count(rounds.stream().mapToLong(SearchRound::unparsed).sum())));
    return facts;
  }

  @Override
  public String template() {
    return "org/galton/view/conversation/group.html";
  }
}
