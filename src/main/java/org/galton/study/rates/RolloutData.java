package org.galton.study.rates;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rollouts as a scan reads them.
 *
 * @param rows with those columns, and last the text of a line that could not be parsed where lines
 *     are parsed
 * @param columns that are there, in their order in the rows
 */
record RolloutData(Dataset<Row> rows, List<RolloutColumn> columns) {}
