/**
 * The part of SQL that Spark and DuckDB answer alike, to the last digit: {@link
 * org.galton.sql.shared.SharedSql} reads a query in Spark's sense and writes the one for DuckDB
 * that gives the same rows, or says why there is none. What is not named here is not shared. Knows
 * neither engine.
 */
package org.galton.sql.shared;
