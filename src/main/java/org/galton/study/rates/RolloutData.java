package org.galton.study.rates;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.galton.job.input.InputFormat;

/**
 * Rollouts as a scan reads them.
 *
 * @param rows with those columns, and last the text of a line that could not be parsed where lines
 *     are parsed
 * @param columns that are there, in their order in the rows
 * @param format of their files
 */
record RolloutData(Dataset<Row> rows, List<RolloutColumn> columns, InputFormat format) {}
