/** The tables of chosen patches, with their schemas. */
package org.galton.study.selection.row;
