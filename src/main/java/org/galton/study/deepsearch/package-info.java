/**
 * Anyone's trees of reasoning steps as DeepSearch values them: what was backed up, what is expanded
 * next, advantages. What is computed is {@link org.galton.search.backup}'s. The report of a sweep
 * with trees shows some of them.
 */
package org.galton.study.deepsearch;
