package org.galton.study.junk;

import java.util.Locale;
import org.galton.junk.failure.Forensics;
import org.galton.junk.failure.MethodForensics;
import org.galton.junk.failure.PlanForensics;

/** How step-by-step answers are written. */
enum TextFormat {
  METHOD(new MethodForensics(), "a question of two numbers, such as 37+58=?, at the end"),
  PLAN(new PlanForensics(), "any text");

  private final Forensics forensics;
  private final String prompts;

  TextFormat(Forensics forensics, String prompts) {
    this.forensics = forensics;
    this.prompts = prompts;
  }

  Forensics forensics() {
    return forensics;
  }

  /** What it expects of prompts. */
  String prompts() {
    return prompts;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
