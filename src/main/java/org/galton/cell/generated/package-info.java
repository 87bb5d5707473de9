/** Cells whose expression is known, drawn by rule. */
package org.galton.cell.generated;
