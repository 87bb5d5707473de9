/**
 * One class per Spark job: tables in, tables or an immutable result out. Knows no command line; may
 * use every floor below.
 */
package org.galton.job;
