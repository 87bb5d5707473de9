package org.galton.view.conversation;

import java.util.List;
import java.util.Optional;
import org.galton.environment.EpisodeTranscript;
import org.galton.environment.Play;
import org.galton.environment.PlayedTurn;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.task.environment.EpisodeOptions;

/**
 * An episode of an environment.
 *
 * @param end how it came out, in a sentence
 * @param opening what the model was shown first
 * @param question what it was asked in the first turn
 */
public record EpisodeConversation(
    String end, List<Fact> facts, String opening, List<EpisodeTurn> turns, String question)
    implements Conversation {
  private static final int LONGEST_QUESTION = 20_000;

  static Optional<EpisodeConversation> of(String prompt, String completion) {
    return EpisodeOptions.read(prompt)
        .flatMap(told -> EpisodeTranscript.read(completion, told.rules(), told.seed()))
        .map(EpisodeConversation::of);
  }

  private static EpisodeConversation of(Play play) {
    return new EpisodeConversation(
        "The episode ended after %d of at most %d turns: %s."
            .formatted(
                play.played().size(),
                play.rules().environment().turnLimit(),
                play.state().outcome()),
        List.of(
            new Fact("Environment", play.rules().environment().id()),
            new Fact("Seed", Long.toString(play.seed())),
            new Fact("Shown turns", play.rules().history().toString()),
            new Fact("Return", Figures.bits(play.discountedReturn(1))),
            new Fact("Tool calls", Long.toString(calls(play)))),
        VisibleText.of(play.first().observation(), LONGEST_QUESTION),
        play.played().stream().limit(MOST_TURNS).map(EpisodeTurn::of).toList(),
        VisibleText.of(play.rules().start(play.seed()).turns().get(0), LONGEST_QUESTION));
  }

  private static long calls(Play play) {
    return play.played().stream()
        .map(PlayedTurn::state)
        .filter(state -> state.call().isPresent())
        .count();
  }

  @Override
  public String template() {
    return "org/galton/view/conversation/episode.html";
  }
}
