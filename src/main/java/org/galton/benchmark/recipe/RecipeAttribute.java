package org.galton.benchmark.recipe;

import java.io.Serializable;

/**
 * A fact that is kept with a prompt.
 *
 * @param value an expression over the columns; an attribute whose value is none is left out
 */
public record RecipeAttribute(String name, String value) implements Serializable {}
