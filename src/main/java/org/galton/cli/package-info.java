/**
 * The command line. {@link org.galton.cli.Galton} lists the commands that are no study and takes
 * the others from {@link org.galton.study.Studies}; each parses, calls a job and prints. {@code
 * ErrorHandler} is the only class that turns a failure into a message and an exit code. Standard
 * output belongs to results; everything else goes to standard error.
 */
package org.galton.cli;
