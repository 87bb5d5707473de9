/** Players of games: by chance, and by search in the game or in a program that models it. */
package org.galton.worldmodel.plan;
