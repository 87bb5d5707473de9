/**
 * Times leaderboards of many rollouts: writes rollouts of many agents by rule, and starts the
 * command on them as a user does.
 */
package org.galton.bench.leaderboard;
