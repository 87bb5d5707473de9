package org.galton.study.frechet;

import java.io.Serializable;
import java.util.List;

/**
 * A group of vectors.
 *
 * @param condition values of the columns that tell conditions apart, in their order
 * @param side the reference's name, or that of what is compared with it
 */
record GroupKey(List<String> condition, String side) implements Serializable {}
