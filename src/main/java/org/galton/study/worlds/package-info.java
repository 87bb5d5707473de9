/**
 * Programs that model games: an author writes one, tests from games that were played refine it, and
 * a search in it plays, against chance, itself or a model. What is computed is {@link
 * org.galton.worldmodel}'s.
 */
package org.galton.study.worlds;
