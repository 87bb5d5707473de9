/** Environments on a board that lies open: puzzles of moves. */
package org.galton.environment.board;
