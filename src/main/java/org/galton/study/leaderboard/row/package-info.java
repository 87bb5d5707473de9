/** The tables of leaderboards, with their schemas. */
package org.galton.study.leaderboard.row;
