/** Commands that look after an output folder: compact, expire, check. */
package org.galton.cli.upkeep;
