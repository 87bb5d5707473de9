/**
 * What columns of anyone's file say about each other. What is computed is {@link
 * org.galton.information}'s.
 */
package org.galton.study.information;
