/** The task that a team of roles works on: {@link org.galton.environment.team.TeamPlay}. */
package org.galton.task.team;
