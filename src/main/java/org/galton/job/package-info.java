/**
 * What runs on Spark for sweeps and their tables, a package for each task: tables in, tables or an
 * immutable result out. No package below knows the command line, a page or a study, but {@code
 * job.upkeep}, which goes through the tables of all studies.
 */
package org.galton.job;
