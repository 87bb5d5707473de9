/** Anyone's files: CSV, JSON Lines and Parquet as rows that know file and line. */
package org.galton.job.input;
