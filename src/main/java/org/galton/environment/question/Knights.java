package org.galton.environment.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.environment.Difficulty;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * Knights, who only say what is true, and knaves, who never do: 3 people, or 6, each of whom says
 * something about others. Exactly one way to tell them apart fits.
 */
public final class Knights implements Environment {
  private static final String PEOPLE = "ABCDEF";
  private static final Pattern ANSWER = Pattern.compile("[KN]{1,6}");
  private static final Pattern SAID = Pattern.compile("([A-F])([kn~!])([A-F])");

  /**
   * What a person says. Kinds: k (the first is a knight), n (a knave), ~ (both are of one kind), !
   * (they are not).
   */
  private record Statement(int first, char kind, int second) {
    /** Whether it is true where the bits of knights are set. */
    boolean holds(int knights) {
      boolean one = ((knights >> first) & 1) == 1;
      boolean other = ((knights >> second) & 1) == 1;
      return switch (kind) {
        case 'k' -> one;
        case 'n' -> !one;
        case '~' -> one == other;
        default -> one != other;
      };
    }

    String words() {
      String a = PEOPLE.substring(first, first + 1);
      String b = PEOPLE.substring(second, second + 1);
      return switch (kind) {
        case 'k' -> a + " is a knight";
        case 'n' -> a + " is a knave";
        case '~' -> a + " and " + b + " are of the same kind";
        default -> a + " and " + b + " are of different kinds";
      };
    }

    String marks() {
      return PEOPLE.substring(first, first + 1) + kind + PEOPLE.substring(second, second + 1);
    }
  }

  private final Difficulty difficulty;
  private final int people;

  public Knights(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.people = difficulty.choose(3, 6);
  }

  @Override
  public String id() {
    return difficulty.of("knights");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("people", Integer.toString(people));
  }

  @Override
  public int turnLimit() {
    return 1;
  }

  @Override
  public String task() {
    return "Every person here is a knight, who always tells the truth, or a knave, who always lies. Find out who is what. Your answer has a letter for each person in the order of their names: K for a knight, N for a knave, such as %s."
        .formatted("KNKKNN".substring(0, people));
  }

  @Override
  public World start(long seed) {
    SplitMix64 chance = new SplitMix64(seed);
    while (true) {
      int knights = chance.nextInt(1 << people);
      List<Statement> said = new ArrayList<>();
      for (int person = 0; person < people; person++) {
        said.add(said(person, ((knights >> person) & 1) == 1, knights, chance));
      }
      if (fitting(said).size() == 1) {
        return question(said, answer(knights));
      }
    }
  }

  private Statement said(int person, boolean truth, int knights, SplitMix64 chance) {
    while (true) {
      Statement statement =
          new Statement(
              chance.nextInt(people), "kn~!".charAt(chance.nextInt(4)), chance.nextInt(people));
      boolean about = statement.first() != person && statement.first() != statement.second();
      if (about && statement.holds(knights) == truth) {
        return statement;
      }
    }
  }

  private Question question(List<Statement> said, String right) {
    StringBuilder text = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    for (int person = 0; person < people; person++) {
      text.append(person == 0 ? "" : "\n")
          .append("%s says: %s.".formatted(PEOPLE.charAt(person), said.get(person).words()));
      marks.append(person == 0 ? "" : ",").append(said.get(person).marks());
    }
    return new Question(
        text.toString(),
        marks.toString(),
        "%d letters K or N".formatted(people),
        answer -> ANSWER.matcher(letters(answer)).matches() && letters(answer).length() == people,
        answer -> letters(answer).equals(right),
        List.of());
  }

  private static String letters(String answer) {
    return answer.toUpperCase(Locale.ROOT).replaceAll("[ ,]", "");
  }

  private String answer(int knights) {
    StringBuilder answer = new StringBuilder();
    for (int person = 0; person < people; person++) {
      answer.append(((knights >> person) & 1) == 1 ? 'K' : 'N');
    }
    return answer.toString();
  }

  /** Sets of knights under which knights say what is true, and knaves what is not. */
  private List<Integer> fitting(List<Statement> said) {
    List<Integer> fitting = new ArrayList<>();
    for (int knights = 0; knights < (1 << people); knights++) {
      boolean fits = true;
      for (int person = 0; person < people; person++) {
        fits &= said.get(person).holds(knights) == (((knights >> person) & 1) == 1);
      }
      if (fits) {
        fitting.add(knights);
      }
    }
    return fitting;
  }

  @Override
  public List<String> actions(String marks) {
    List<String> answers = new ArrayList<>();
    for (int knights = 0; knights < (1 << people); knights++) {
      answers.add(answer(knights));
    }
    return answers;
  }

  /** The one that fits. */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      List<Statement> said = new ArrayList<>();
      Matcher statements = SAID.matcher(marks);
      while (statements.find()) {
        said.add(
            new Statement(
                PEOPLE.indexOf(statements.group(1)),
                statements.group(2).charAt(0),
                PEOPLE.indexOf(statements.group(3))));
      }
      return answer(fitting(said).get(0));
    };
  }
}
