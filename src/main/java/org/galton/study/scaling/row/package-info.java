/** Tables of the study of scaling, with their schemas. */
package org.galton.study.scaling.row;
