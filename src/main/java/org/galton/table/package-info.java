/**
 * The Parquet tables: their schemas (the DDL in {@code data-schemas}, written nowhere else), a
 * record per row, and the rollout store with its files, keys and readers; how a file becomes
 * visible whole on a disk, on HDFS or in an object store. With {@code job} the only package that
 * names Spark and Hadoop; knows nothing of models, tasks or sweeps beyond their names.
 */
package org.galton.table;
