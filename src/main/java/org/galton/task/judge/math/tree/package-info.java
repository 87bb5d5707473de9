/** The tree of a mathematical text: what was written, before any value is computed. */
package org.galton.task.judge.math.tree;
