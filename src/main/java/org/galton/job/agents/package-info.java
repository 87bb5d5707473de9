/** Agents, and how their rollouts are read from tables and run folders. */
package org.galton.job.agents;
