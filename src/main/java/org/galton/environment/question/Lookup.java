package org.galton.environment.question;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.galton.environment.Difficulty;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.Tool;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * A question about a small {@link Corpus}, with a search: one text answers it, in 4 turns; or three
 * texts one after the other do, in 8.
 */
public final class Lookup implements Environment {
  private static final Tool SEARCH = Tools.SEARCH;

  /** What is asked of a town, with the words around its name. */
  private enum Fact {
    RIVER("On which river does %s lie?", "%s is a town on the river ([A-Z][a-z]+)\\."),
    MAYOR(
        "Who is the mayor of %s?", "%s is a town[^|>]*? Its mayor is ([A-Z][a-z]+ [A-Z][a-z]+)\\."),
    CRAFT("What is %s known for?", "%s is a town[^|>]*? known for its ([a-z]+)\\.");

    private final String question;
    private final String pattern;

    Fact(String question, String pattern) {
      this.question = question;
      this.pattern = pattern;
    }

    String of(Corpus.Town town) {
      return switch (this) {
        case RIVER -> town.river();
        case MAYOR -> town.mayor();
        case CRAFT -> town.craft();
      };
    }

    String mark() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  // Words that stand in texts of this kind only.
  private static final String TOWN = " town river";
  private static final String BORN = " born";
  private static final String ORIGIN = "%s was born in ([A-Z][a-z]+) ";

  private final Difficulty difficulty;

  public Lookup(Difficulty difficulty) {
    this.difficulty = difficulty;
  }

  @Override
  public String id() {
    return difficulty.of("lookup");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of(
        "texts",
        "%d, %d of them needed".formatted(Corpus.WORLD.texts().size(), difficulty.choose(1, 3)));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(4, 8);
  }

  @Override
  public String task() {
    return "Answer a question about towns and their mayors. Your answer is a name or a word; the first answer counts.";
  }

  @Override
  public List<Tool> tools() {
    return List.of(SEARCH);
  }

  @Override
  public World start(long seed) {
    SplitMix64 chance = new SplitMix64(seed);
    Corpus.Town town = Corpus.WORLD.towns().get(chance.nextInt(Corpus.TOWNS));
    Fact fact = Fact.values()[chance.nextInt(Fact.values().length)];
    boolean far = difficulty == Difficulty.HARD;
    Corpus.Town asked = far ? Corpus.WORLD.towns().get(town.origin()) : town;
    String subject =
        far ? "the town where the mayor of %s was born".formatted(town.name()) : town.name();
    String right = plain(fact.of(asked));
    return new Question(
        fact.question.formatted(subject),
        "%s %s %s".formatted(fact.mark(), far ? "far" : "near", town.name()),
        "a name or a word",
        answer -> !plain(answer).isEmpty(),
        answer -> plain(answer).equals(right),
        tools());
  }

  private static String plain(String answer) {
    return answer.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Every possible answer, and a search for the town. */
  @Override
  public List<String> actions(String marks) {
    return Stream.concat(
            Stream.of(SEARCH.name() + ": " + town(marks)),
            Corpus.WORLD.towns().stream()
                .flatMap(town -> Stream.of(Fact.values()).map(fact -> fact.of(town)))
                .distinct())
        .toList();
  }

  private static String town(String marks) {
    return marks.replaceFirst("\\|.*", "").replaceFirst(".* ", "");
  }

  /** Searches for whatever it has to know next, then answers. */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      Fact fact =
          Stream.of(Fact.values())
              .filter(one -> marks.startsWith(one.mark()))
              .findFirst()
              .orElseThrow();
      List<String> way =
          marks.startsWith("far", fact.mark().length() + 1)
              ? List.of(Fact.MAYOR.pattern, ORIGIN, fact.pattern)
              : List.of(fact.pattern);
      String subject = town(marks);
      for (String pattern : way) {
        Matcher told = Pattern.compile(pattern.formatted(subject)).matcher(marks);
        if (!told.find()) {
          return SEARCH.name() + ": " + subject + (pattern.equals(ORIGIN) ? BORN : TOWN);
        }
        subject = told.group(1);
      }
      return subject;
    };
  }
}
