package org.galton.view.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.game.walk.Sampler;
import org.galton.game.walk.Step;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.task.group.LetterSumOptions;

/**
 * A walk from word to word.
 *
 * @param end how it came out, in a sentence
 * @param steps the first ones
 * @param further how many follow them; empty for none
 * @param states that it was in, those of the most visits first
 * @param furtherStates how many more there are; empty for none
 * @param question what was asked in the first step
 */
public record WalkConversation(
    String end,
    List<Fact> facts,
    List<WalkStep> steps,
    String further,
    List<VisitedState> states,
    String furtherStates,
    String question)
    implements Conversation {
  private static final int LONGEST_QUESTION = 2_000;

  static Optional<WalkConversation> of(String prompt, String completion) {
    return LetterSumOptions.read(prompt)
        .flatMap(options -> options.walker().read(completion).map(steps -> of(options, steps)));
  }

  private static WalkConversation of(LetterSumOptions options, List<Step> taken) {
    Map<String, VisitedState> states = new LinkedHashMap<>();
    String origin = options.starts().get(0);
    states.put(origin, new VisitedState(origin, 0, 1));
    List<WalkStep> steps = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      WalkStep step = WalkStep.of(options, i + 1, taken.get(i), states);
      if (steps.size() < MOST_TURNS) {
        steps.add(step);
      }
      if (taken.get(i).moved()) {
        states.merge(
            taken.get(i).target().orElseThrow(),
            new VisitedState(taken.get(i).target().orElseThrow(), i + 1, 1),
            (known, again) -> known.again());
      }
    }
    List<VisitedState> visited =
        states.values().stream()
            .sorted(Comparator.comparingInt(VisitedState::visits).reversed())
            .toList();
    return new WalkConversation(
        end(taken, states.size()),
        facts(options, taken, states.size()),
        steps,
        beyond(taken.size()),
        visited.subList(0, Math.min(MOST_TURNS, visited.size())),
        beyond(visited.size()),
        VisibleText.of(options.words().question(origin), LONGEST_QUESTION));
  }

  /** How many of these are not shown. */
  private static String beyond(int all) {
    return all > MOST_TURNS ? Figures.count(all - MOST_TURNS) : "";
  }

  private static String end(List<Step> steps, int states) {
    long moves = steps.stream().filter(Step::moved).count();
    return "The walk moved in %s of %s steps and was in %s words."
        .formatted(Figures.count(moves), Figures.count(steps.size()), Figures.count(states));
  }

  private static List<Fact> facts(LetterSumOptions options, List<Step> steps, int states) {
    long moved = steps.stream().filter(Step::moved).count();
    long escaped = steps.stream().filter(step -> step.target().isEmpty()).count();
    return List.of(
        new Fact("Start", options.starts().get(0)),
        new Fact(
            "A step starts from",
            options.walk().sampler() == Sampler.POOL ? "any word found so far" : "the last word"),
        new Fact("Votes", options.walk().votes().toString()),
        new Fact("Moved", Figures.count(moved)),
        new Fact("Stayed", Figures.count(steps.size() - moved - escaped)),
        new Fact("Escaped", Figures.count(escaped)),
        new Fact("Words", Figures.count(states)));
  }

  @Override
  public String template() {
    return "org/galton/view/conversation/walk.html";
  }
}
