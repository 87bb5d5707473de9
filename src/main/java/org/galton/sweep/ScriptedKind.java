package org.galton.sweep;

import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.scripted.ScriptedPlayers;

/** Players that follow rules, {@code scripted:NAME}. */
final class ScriptedKind implements ModelKind {
  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public ModelCard card(String source) {
    return ScriptedPlayers.card(source);
  }

  @Override
  public LanguageModel open(String source, Decoding decoding) {
    return ScriptedPlayers.open(source);
  }
}
