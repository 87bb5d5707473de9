package org.galton.task.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.game.Feedback;
import org.galton.game.GroupSearch;
import org.galton.game.Marks;
import org.galton.game.Position;
import org.galton.game.SearchGame;
import org.galton.game.SearchRound;
import org.galton.game.Trajectory;
import org.galton.game.Transcript;
import org.galton.game.player.Match;
import org.galton.game.player.Player;
import org.galton.game.player.Players;
import org.galton.task.GroupGame;
import org.galton.task.IndexedStream;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;
import org.galton.task.Trainable;
import org.galton.task.Verdict;

/**
 * Groups that search for a hidden number. A prompt is a game of one group; the completion is its
 * transcript, right if the last round hit the target. Games of one number have the same target and
 * the same order of personas under every condition and wording, so that these can be compared game
 * by game.
 */
public final class GroupSearchTask implements GroupGame, Trainable {
  public static final String NAME = "group-search";

  private static final Player TEACHER = Players.named("binary-search");

  private final String name;
  private final GroupSearch rules;

  public GroupSearchTask(String name, GroupSearch rules) {
    this.name = name;
    this.rules = rules;
  }

  @Override
  public String name() {
    return name;
  }

  public GroupSearch rules() {
    return rules;
  }

  /** Splits differ in their games' random numbers; with ever more games, some will come twice. */
  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    List<Prompt> prompts = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      prompts.add(prompt(game(number, new IndexedStream(seed, NAME + " " + split.name(), number))));
    }
    return prompts;
  }

  private SearchGame game(int number, IndexedStream draws) {
    int target = rules.mode().target(draws.below(rules.mode().targets()));
    List<Integer> personas = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    for (int persona = 0; persona < GroupSearch.MOST_PLAYERS; persona++) {
      left.add(persona);
    }
    while (personas.size() < rules.players()) {
      personas.add(left.remove(draws.below(left.size())));
    }
    return new SearchGame(rules, number, target, personas);
  }

  private Prompt prompt(SearchGame game) {
    String text = game.text();
    String reference = Integer.toString(game.target());
    String id = PromptId.of(name, text, reference);
    return new Prompt(
        id,
        name,
        id,
        text,
        reference,
        Map.of(
            "game", Integer.toString(game.number()),
            "personas", game.personaMarks(),
            "target", reference));
  }

  /** Leaves nothing to chance. */
  @Override
  public Position start(Prompt prompt, long seed) {
    Map<String, String> attributes = prompt.attributes();
    return new SearchGame(
            rules,
            Integer.parseInt(attributes.get("game")),
            Integer.parseInt(prompt.reference()),
            Marks.personas(attributes.get("personas")))
        .start();
  }

  @Override
  public int mostTurns() {
    return rules.players() * rules.rounds();
  }

  @Override
  public List<String> answerEnds() {
    return switch (rules.style()) {
      case PROSE -> List.of();
      case MARKS -> List.of(Marks.ANSWER_END);
    };
  }

  /** What one player of a group says and is told in a whole game, in the words of {@link Marks}. */
  @Override
  public WorkedExample example(long seed, long index) {
    IndexedStream draws = new IndexedStream(seed, NAME + " example", index);
    SearchGame game = game(1, draws);
    int seat = draws.below(rules.players());
    Marks end = Match.play(game, TEACHER, draws.next()).get(seat);
    String opening = end.opening();
    String line = end.line();
    // The last feedback is for nobody to answer.
    return new WorkedExample(opening, line.substring(opening.length(), line.length() - 1));
  }

  @Override
  public String scorer() {
    return "group-search/1";
  }

  /** The sum of a round's numbers is to be the target, or the target times the players. */
  @Override
  public Optional<Trajectory> trajectory(Prompt prompt, String completion) {
    int target = Integer.parseInt(prompt.reference());
    return Transcript.read(completion, rules, target)
        .map(
            rounds ->
                new Trajectory(
                    "game-" + prompt.attributes().get("game"),
                    OptionalDouble.of(rules.mode().sum(target, rules.players())),
                    rounds.get(rounds.size() - 1).feedback() == Feedback.CORRECT,
                    rounds.stream().flatMap(SearchRound::contributions).toList()));
  }

  /** The answer is what the group's last numbers come to. */
  @Override
  public Verdict verify(Prompt prompt, String completion) {
    int target = Integer.parseInt(prompt.reference());
    return Transcript.read(completion, rules, target)
        .map(rounds -> rounds.get(rounds.size() - 1))
        .map(this::verdict)
        .orElse(new Verdict("", false, false, 0));
  }

  private Verdict verdict(SearchRound last) {
    boolean hit = last.feedback() == Feedback.CORRECT;
    String answer = Integer.toString(rules.mode().value(last.guesses()));
    return new Verdict(answer, hit, false, hit ? 1 : 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupSearchTask task
        && name.equals(task.name)
        && rules.equals(task.rules);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, rules);
  }
}
