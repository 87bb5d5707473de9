/**
 * The command line: one class per command, which parses, calls a job and prints. {@link
 * org.galton.cli.Galton} lists the commands, {@code SessionFactory} is the only place that makes a
 * Spark session, {@code ErrorHandler} the only one that turns a failure into a message and an exit
 * code. Standard output belongs to results; everything else goes to standard error.
 */
package org.galton.cli;
