package org.galton.environment.team;

/**
 * An action of the planner.
 *
 * @param subGoal may be empty
 * @param tool its name, known or not
 * @param context what the tool's user has to know; may be empty
 */
public record Plan(String subGoal, String tool, String context) {}
