/**
 * Mathematical answers: how a text is read as a number, an expression, a list, a set, a tuple, an
 * interval, a relation or a matrix, and when two of them are equal. Nothing is run: a bounded
 * grammar, exact fractions, decimals of 50 to 200 digits. Knows neither tasks nor completions.
 */
package org.galton.task.judge.math;
