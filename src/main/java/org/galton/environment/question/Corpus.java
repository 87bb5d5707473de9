package org.galton.environment.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galton.numerics.SplitMix64;

/**
 * A small world of {@value #TOWNS} towns and as many mayors, which no model has read of, as short
 * texts: always the same.
 */
final class Corpus {
  static final int TOWNS = 80;

  private static final long SEED = 20_251_001;
  private static final List<String> CRAFTS =
      List.of(
          "glass", "bells", "cheese", "clocks", "paper", "salt", "boats", "lace", "honey", "knives",
          "pottery", "beer");
  private static final List<String> SUBJECTS =
      List.of("botany", "law", "music", "geology", "medicine", "history", "chemistry", "drama");

  /** The one world. */
  static final Corpus WORLD = new Corpus();

  /**
   * A town.
   *
   * @param origin number of the town where its mayor was born
   */
  record Town(String name, String river, String mayor, int origin, String craft) {}

  private final List<Town> towns = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private Corpus() {
    SplitMix64 chance = new SplitMix64(SEED);
    List<String> names = names(TOWNS, 3, chance);
    List<String> rivers = names(TOWNS / 4, 2, chance);
    List<String> first = names(TOWNS, 2, chance);
    List<String> last = names(TOWNS, 3, chance);
    for (int i = 0; i < TOWNS; i++) {
      Town town =
          new Town(
              names.get(i),
              rivers.get(chance.nextInt(rivers.size())),
              first.get(i) + " " + last.get(i),
              chance.nextInt(TOWNS),
              CRAFTS.get(chance.nextInt(CRAFTS.size())));
      towns.add(town);
      texts.add(
          "%s is a town on the river %s. Its mayor is %s. It is known for its %s. About %d people live there."
              .formatted(
                  town.name(),
                  town.river(),
                  town.mayor(),
                  town.craft(),
                  900 + chance.nextInt(60_000)));
      texts.add(
          "%s was born in %s in %d, studied %s, and is a mayor."
              .formatted(
                  town.mayor(),
                  names.get(town.origin()),
                  1940 + chance.nextInt(50),
                  SUBJECTS.get(chance.nextInt(SUBJECTS.size()))));
    }
  }

  List<Town> towns() {
    return towns;
  }

  List<String> texts() {
    return texts;
  }

  private static List<String> names(int count, int syllables, SplitMix64 chance) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < syllables; i++) {
        name.append("bdfgklmnprstvz".charAt(chance.nextInt(14)))
            .append("aeiou".charAt(chance.nextInt(5)));
      }
      name.append("lmnrs".charAt(chance.nextInt(5)));
      names.add(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
    return new ArrayList<>(names);
  }
}
