package org.galton.study.play;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.galton.environment.Environment;
import org.galton.environment.EpisodeRules;
import org.galton.environment.History;
import org.galton.environment.Play;
import org.galton.environment.State;
import org.galton.game.Style;
import org.galton.report.Figures;
import org.galton.report.VisibleText;

/** A person's episode: a line of the input is an action, or the call of a tool. */
record TerminalGame(BufferedReader in, PrintWriter out) {
  private static final int LONGEST = 10_000;

  void play(Environment environment, Style style, long seed) throws IOException {
    EpisodeRules rules = new EpisodeRules(environment, style, new History(0));
    Play play = rules.start(seed);
    out.println(environment.task());
    environment
        .tools()
        .forEach(
            tool ->
                out.printf(
                    "Or call a tool: %s: %s (%s)%n",
                    tool.name(), tool.argument().toUpperCase(Locale.ROOT), tool.meaning()));
    out.printf("%s, seed %d, at most %d turns.%n", environment.id(), seed, environment.turnLimit());
    show(play, style);
    while (!play.over()) {
      out.printf("%n%d> ", play.played().size() + 1);
      out.flush();
      String line = in.readLine();
      if (line == null) {
        out.printf("%nThe input ended after %d turns.%n", play.played().size());
        return;
      }
      if (!line.isBlank()) {
        play = play.after(List.of(rules.answer(line.strip())));
        show(play, style);
      }
    }
    out.println(end(play));
  }

  private void show(Play play, Style style) {
    String shown =
        style == Style.MARKS && !play.over() ? play.turns().get(0) : play.state().observation();
    out.println(VisibleText.of(shown, LONGEST));
  }

  private static String end(Play play) {
    State state = play.state();
    return "\n%s after %d turns; return %s."
        .formatted(state.outcome(), state.turn(), Figures.format("%.3f", play.discountedReturn(1)));
  }
}
