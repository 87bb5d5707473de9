/** Page of leaderboards, from their rows. */
package org.galton.study.leaderboard.view;
