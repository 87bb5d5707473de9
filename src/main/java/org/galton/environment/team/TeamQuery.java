package org.galton.environment.team;

/**
 * What a team is asked.
 *
 * @param name of whatever asks, such as {@code arithmetic/easy}; without blanks
 * @param text the question in English
 * @param marks the question in one short line of printable ASCII without {@code = ; |}
 * @param form how an answer is written in English
 */
public record TeamQuery(String name, String text, String marks, String form) {}
