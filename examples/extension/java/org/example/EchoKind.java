package org.example;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.sweep.Decoding;
import org.galton.sweep.ModelKind;

/** The models {@code echo:forward} and {@code echo:backward}. */
public final class EchoKind implements ModelKind {
  @Override
  public String name() {
    return "echo";
  }

  @Override
  public void check(String source) {
    if (!source.equals("echo:forward") && !source.equals("echo:backward")) {
      throw new IllegalArgumentException(
          "Cannot find %s: expected echo:forward or echo:backward".formatted(source));
    }
  }

  /** The digest takes another number when the model answers differently. */
  @Override
  public ModelCard card(String source) {
    check(source);
    return new ModelCard(
        source, source + "-1", 0, 4096, OptionalLong.empty(), OptionalDouble.empty());
  }

  @Override
  public LanguageModel open(String source, Decoding decoding) {
    return new Echo(card(source), source.equals("echo:backward"));
  }
}
