/**
 * What all commands share: the Spark session, exit codes, tables and JSON on the terminal,
 * progress, gates, and the options that a run keeps.
 */
package org.galton.console;
