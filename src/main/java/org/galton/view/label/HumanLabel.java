package org.galton.view.label;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A person's word on a rollout. */
enum HumanLabel {
  RIGHT(true),
  WRONG(false),
  /** Neither: no judge is held against it. */
  DOUBTFUL(null);

  private final Boolean correct;

  HumanLabel(Boolean correct) {
    this.correct = correct;
  }

  static Optional<HumanLabel> of(String word) {
    return Arrays.stream(values()).filter(label -> label.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(HumanLabel::word).toList();
  }

  /** In forms, addresses and the table. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a verdict; null for none. */
  Boolean correct() {
    return correct;
  }
}
