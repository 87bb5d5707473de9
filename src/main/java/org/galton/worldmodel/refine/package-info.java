/**
 * How a program that models a game, or draws what is hidden in it, is made better, by tests from
 * games that were played.
 */
package org.galton.worldmodel.refine;
