/**
 * Cells as sentences of gene names: their order, the line that inverts it, and what others wrote.
 */
package org.galton.cell;
