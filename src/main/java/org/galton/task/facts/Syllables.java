package org.galton.task.facts;

import java.util.Locale;
import org.galton.task.IndexedStream;

/** Made-up names: syllables of a consonant and a vowel, 70 of them, with a capital at the front. */
final class Syllables {
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  /** How many there are. */
  static final int DIFFERENT = CONSONANTS.length() * VOWELS.length();

  private Syllables() {}

  static String name(int syllables, IndexedStream draws) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(CONSONANTS.charAt(draws.below(CONSONANTS.length())));
      name.append(VOWELS.charAt(draws.below(VOWELS.length())));
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
