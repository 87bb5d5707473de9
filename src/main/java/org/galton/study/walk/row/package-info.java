/** The tables of the study of walks on trees, with their schemas. */
package org.galton.study.walk.row;
