/** Page of cells as sentences, from its rows. */
package org.galton.study.cells.view;
