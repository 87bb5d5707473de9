/**
 * Reads the files of benchmarks as they are published: Parquet, JSON Lines, JSON and CSV, the last
 * three also packed by gzip. A {@link org.galton.benchmark.rows.PublishedRow} holds texts, numbers,
 * truths, lists and mappings, the same whatever the format. Sizes are bounded, and errors name
 * file, row and column. Knows no recipe and no Spark.
 */
package org.galton.benchmark.rows;
