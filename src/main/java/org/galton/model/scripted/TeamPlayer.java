package org.galton.model.scripted;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.galton.environment.Answer;
import org.galton.environment.Environment;
import org.galton.environment.suite.Environments;
import org.galton.environment.team.Role;
import org.galton.environment.team.TeamMarks;
import org.galton.environment.team.TeamSkill;
import org.galton.environment.team.TeamView;
import org.galton.game.Style;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.numerics.SplitMix64;
import org.galton.spec.InvalidInput;

/**
 * Plays the roles of a team by {@link TeamSkill}, from lines of {@link TeamMarks}: {@code
 * scripted:team}, or {@code scripted:team?planner=0.8&verifier=0.9} with the probability that a
 * role does the right thing, 1 where it is not named. A request's seed decides what is left to
 * chance; the sampling makes no difference. A token is a character.
 */
final class TeamPlayer implements LanguageModel {
  static final String NAME = "team";

  private final ModelCard card;
  private final TeamSkill skill;

  TeamPlayer(ModelCard card, TeamSkill skill) {
    this.card = card;
    this.skill = skill;
  }

  /**
   * @param keys what stands behind the name's {@code ?}; empty for nothing
   * @throws InvalidInput when a key is no role, or a value no probability
   */
  static TeamSkill skill(String source, String keys) {
    Map<Role, Double> right = new EnumMap<>(TeamSkill.PERFECT.right());
    for (String key : keys.isEmpty() ? new String[0] : keys.split("&", -1)) {
      int equals = key.indexOf('=');
      Optional<Role> role =
          Role.of(key.substring(0, Math.max(0, equals))).filter(Role.PLAYED::contains);
      double probability = probability(key.substring(equals + 1));
      if (role.isEmpty() || !(probability >= 0 && probability <= 1)) {
        throw new InvalidInput(
            "Cannot read '%s' of %s: expected planner, executor, verifier or generator, =, and the probability that it does the right thing, 0 to 1"
                .formatted(key, source));
      }
      right.put(role.get(), probability);
    }
    return new TeamSkill(right);
  }

  private static double probability(String text) {
    return text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : Double.NaN;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    requests.forEachRemaining(request -> sink.accept(outcome(request)));
  }

  private Outcome outcome(Request request) {
    String text = request.prompt() instanceof ModelPrompt.Raw raw ? raw.text() : "";
    Optional<TeamView> view = TeamMarks.read(text);
    Optional<Environment> environment = view.map(TeamView::name).flatMap(Environments::named);
    if (environment.isEmpty() || environment.get().tools().isEmpty()) {
      return new GenerationFailure(
          request,
          "%s reads only lines such as 'plan arithmetic/easy calculator,search 12*7=': expected a task of kind team with style marks"
              .formatted(card.name()));
    }
    String answer =
        skill.answer(view.get(), environment.get(), Style.MARKS, new SplitMix64(request.seed()));
    String said = answer.substring(0, answer.length() - Answer.END.length());
    return new Completion(
        request,
        said,
        Completion.Finish.STOP,
        text.length(),
        answer.length(),
        Double.NaN,
        Double.NaN,
        0);
  }

  @Override
  public void close() {}
}
