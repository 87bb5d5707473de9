/** Tables of the study of emergence, with their schemas. */
package org.galton.study.emergence.row;
