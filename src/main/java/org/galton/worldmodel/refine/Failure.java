package org.galton.worldmodel.refine;

/**
 * A test that a program fails, in words.
 *
 * @param asked of the program
 * @param found what the program gave or said
 */
public record Failure(String asked, String expected, String found) {}
