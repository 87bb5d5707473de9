package org.galton.train;

import java.nio.charset.StandardCharsets;

/** Opens the trainer's tokenizer to tests of other packages. */
public final class TrainingVocabulary {
  public static final int SIZE = CharacterTokenizer.VOCABULARY;

  private TrainingVocabulary() {}

  public static byte[] tokenizerJson() {
    return CharacterTokenizer.json().getBytes(StandardCharsets.UTF_8);
  }
}
