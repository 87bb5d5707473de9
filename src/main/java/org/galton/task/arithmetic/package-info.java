/**
 * Arithmetic and countdown tasks, which make their own problems and check every answer by computing
 * it.
 */
package org.galton.task.arithmetic;
