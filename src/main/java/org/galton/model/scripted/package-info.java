/**
 * Models that follow rules: {@code scripted:lockstep} and the other players of {@link
 * org.galton.game.player}, and the policies of environments, behind the face of a {@link
 * org.galton.model.LanguageModel}. What they do is known, so what is measured on them can be
 * checked.
 */
package org.galton.model.scripted;
