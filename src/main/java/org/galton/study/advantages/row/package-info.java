/** The tables of the study of advantages, with their schemas. */
package org.galton.study.advantages.row;
