package org.galton.model;

/** A model whose hidden states can be read: Galton's own decoder. */
public interface InspectedModel extends LanguageModel {
  /** A reader for the caller's thread, to be closed before the model. */
  HiddenStates states();

  /** A reader of all layers for the caller's thread, to be closed before the model. */
  LayerStates layers();
}
