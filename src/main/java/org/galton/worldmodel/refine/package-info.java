/** How a program that models a game is made better, by tests from games that were played. */
package org.galton.worldmodel.refine;
