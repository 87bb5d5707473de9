/**
 * What pages have in common: addresses of rows and cells, the orders of lists and how a list goes
 * on behind its last row, what rows can be chosen by, values as text.
 */
package org.galton.view.row;
