/** {@code galton completion} and {@code galton man}, made from the commands themselves. */
package org.galton.cli.shell;
