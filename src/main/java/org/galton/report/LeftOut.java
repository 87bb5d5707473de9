package org.galton.report;

/**
 * A section that a report does without.
 *
 * @param section its heading
 * @param needs the words for what it takes
 */
public record LeftOut(String section, String needs) {}
