/**
 * The Parquet tables: their schemas (the DDL beside each row, written nowhere else), a record per
 * row, and how both become Parquet; {@code table.store} is the folder that they lie in. Executors
 * write through it without Spark's commit. Knows nothing of models, tasks or sweeps beyond their
 * names.
 */
package org.galton.table;
