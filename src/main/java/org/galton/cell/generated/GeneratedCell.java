package org.galton.cell.generated;

/**
 * A cell that was drawn.
 *
 * @param label what it is called
 * @param counts of each gene
 */
@SuppressWarnings("ArrayRecordComponent")
public record GeneratedCell(String name, CellLabel label, int[] counts) {}
