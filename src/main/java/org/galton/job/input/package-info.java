/**
 * Files that Galton did not write: finds them, opens CSV, JSON Lines and Parquet as they are, and
 * reads the columns that a {@link org.galton.job.input.GivenTable} declares. Owns what is said of a
 * file, a column, a line or a cell that cannot be read; knows no job, and not what rows mean.
 */
package org.galton.job.input;
