package org.galton.view.compare;

/** A piece of one of two texts: the same in both, or its own. */
record TextPiece(String text, boolean own) {}
