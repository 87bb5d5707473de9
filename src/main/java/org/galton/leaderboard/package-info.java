/** What agents cost and how well they do: dated prices, and frontiers of cost and success. */
package org.galton.leaderboard;
