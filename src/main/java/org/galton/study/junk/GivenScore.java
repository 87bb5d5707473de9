package org.galton.study.junk;

import java.io.Serializable;

/**
 * A row of anyone's scores.
 *
 * @param model empty where there is none
 * @param seed likewise
 */
record GivenScore(String model, String seed, double dose, double score) implements Serializable {}
