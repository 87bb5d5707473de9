/**
 * DuckDB over the files of an output folder that count. {@link org.galton.view.engine.Engine} holds
 * the database, a {@link org.galton.view.engine.Snapshot} the tables as their files were when a
 * page began; which files count is the rule of {@code queries/duckdb.sql}, which is run here as it
 * is. Only queries of this room are run, with values as parameters.
 */
package org.galton.view.engine;
