/**
 * Landscapes of agents at Spark scale: counts the steps of walks and of anyone's files, hands each
 * agent's to {@code balance}, and writes the tables {@code transitions}, {@code landscapes}, {@code
 * potentials}, {@code balance_*} and {@code vote_sweeps}. Owns what an agent is and what is asked
 * about it.
 */
package org.galton.job.balance;
