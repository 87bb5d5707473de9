/** How far groups of vectors are from a reference: {@code galton frechet}. */
package org.galton.study.frechet;
