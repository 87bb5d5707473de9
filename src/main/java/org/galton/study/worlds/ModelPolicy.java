package org.galton.study.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.table.store.Unfinished;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.View;

/**
 * A language model that chooses actions: it is told the rules, what it saw and did, and what is
 * legal, and answers with one action. There is no second try.
 *
 * <p>A model whose context does not hold that is asked with what it sees now and what is legal.
 */
record ModelPolicy(String name, LanguageModel model, Sampling sampling) {
  private static final int LONGEST_ANSWER = 100;
  private static final Pattern MARK = Pattern.compile("action:", Pattern.CASE_INSENSITIVE);

  /**
   * What it answers; a text that is not legal where its answer is not.
   *
   * @param turns of games, in the order of the answers
   * @throws Unfinished where the model fails, or cannot take even the short question
   */
  List<String> choose(Game game, List<View> turns, long seed) {
    Map<Integer, String> answers = new TreeMap<>();
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      requests.add(request(i, question(game, turns.get(i)), seed));
    }
    List<Request> shorter = new ArrayList<>();
    for (Outcome outcome : drawn(requests)) {
      int turn = (int) outcome.request().id();
      if (outcome instanceof Completion completion) {
        answers.put(turn, action(completion.text(), turns.get(turn).legal()));
      } else {
        shorter.add(request(turn, shortQuestion(turns.get(turn)), seed));
      }
    }
    for (Outcome outcome : drawn(shorter)) {
      int turn = (int) outcome.request().id();
      if (outcome instanceof GenerationFailure failed) {
        throw new Unfinished(
            "Cannot have %s play %s: %s".formatted(name, game.id(), failed.reason()));
      }
      answers.put(turn, action(((Completion) outcome).text(), turns.get(turn).legal()));
    }
    return List.copyOf(answers.values());
  }

  private Request request(int turn, String question, long seed) {
    return new Request(turn, AskedModel.prompt(model, question), Uniforms.seed(seed, turn));
  }

  private List<Outcome> drawn(List<Request> requests) {
    List<Outcome> outcomes = new ArrayList<>();
    if (!requests.isEmpty()) {
      model.generate(requests.iterator(), sampling, outcomes::add);
    }
    return outcomes;
  }

  static String question(Game game, View view) {
    StringBuilder text = new StringBuilder("You play a game.\n").append(game.rules());
    text.append("\n\nYou are player ").append(view.seat()).append(". What happened so far:\n");
    for (View.Event event : view.events()) {
      text.append(event.own().isEmpty() ? "" : "you did " + event.own() + "; ")
          .append("you saw ")
          .append(event.seen())
          .append('\n');
    }
    return text.append("It is your turn. Legal actions: ")
        .append(String.join("; ", view.legal()))
        .append("\nAnswer with one of them on a last line of its own, after the word Action:\n")
        .toString();
  }

  static String shortQuestion(View view) {
    List<View.Event> events = view.events();
    return (events.isEmpty() ? "" : events.get(events.size() - 1).seen() + "\n")
        + String.join(" ", view.legal())
        + "\n";
  }

  /**
   * The action of an answer: the rest of the line after the last "Action:", or the first line that
   * is not blank where there is none; without quotes, asterisks and a full stop around it, in upper
   * or lower case. A text that is none of the legal ones is given as it is, cut.
   */
  static String action(String completion, List<String> legal) {
    int from = MARK.matcher(completion).results().mapToInt(MatchResult::end).max().orElse(0);
    String line = completion.substring(from).strip().lines().findFirst().orElse("");
    String answer =
        line.substring(0, Math.min(line.length(), LONGEST_ANSWER))
            .replaceAll("^[\\s\"'`*]+|[\\s\"'`*.]+$", "");
    return legal.stream()
        .filter(action -> action.equalsIgnoreCase(answer))
        .findFirst()
        .orElse(answer);
  }
}
