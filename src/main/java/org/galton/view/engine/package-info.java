/**
 * DuckDB over the files of an output folder that count. {@link org.galton.view.engine.Engine} holds
 * the database, a {@link org.galton.view.engine.Snapshot} the tables as their files were when a
 * page began; which files count is the rule of {@code queries/duckdb.sql}, which is run here as it
 * is. Queries come from the pages with their values as parameters; {@link
 * org.galton.view.engine.BoundSql#plain} writes the values into the text of the one that a reader
 * takes away.
 */
package org.galton.view.engine;
