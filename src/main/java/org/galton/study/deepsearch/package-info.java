/**
 * Anyone's trees of reasoning steps as DeepSearch values them: what was backed up, what is expanded
 * next, advantages. What is computed is {@link org.galton.search.backup}'s.
 */
package org.galton.study.deepsearch;
