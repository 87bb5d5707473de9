/** The table of the study of VGB against horizons, with its schema. */
package org.galton.study.vgb.row;
