/**
 * Times prompts that begin alike, with and without what is kept of them, and compares the texts
 * that both ways draw.
 */
package org.galton.bench.prefix;
