/**
 * DuckDB as the engine of {@code galton sql} where no Spark is needed. {@link
 * org.galton.sql.DuckDbQuery} asks the tables of a folder on this machine, in the sense of Spark or
 * in DuckDB's own; which files count says {@link org.galton.table.store.CurrentFiles}. Starts no
 * Spark, and touches no class of it.
 */
package org.galton.sql;
