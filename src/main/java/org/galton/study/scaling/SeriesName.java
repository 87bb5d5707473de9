package org.galton.study.scaling;

import java.io.Serializable;

/**
 * @param series all columns that tell points apart
 * @param recipe those but the replicate; null where no column names the replicate
 */
record SeriesName(String series, String recipe) implements Serializable {}
