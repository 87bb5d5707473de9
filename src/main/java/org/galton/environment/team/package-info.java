/**
 * A team that answers a question in turns, after AgentFlow (arXiv:2510.05592): a planner, an
 * executor with tools, a verifier and a generator share a memory. Knows neither models nor tasks.
 */
package org.galton.environment.team;
