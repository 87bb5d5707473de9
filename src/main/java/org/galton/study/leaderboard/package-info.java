/** Agents by success and cost: {@code galton leaderboard}. */
package org.galton.study.leaderboard;
