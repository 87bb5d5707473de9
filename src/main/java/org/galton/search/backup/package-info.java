/**
 * Tree search over reasoning steps, as DeepSearch has it: which trajectory is backed up, how a
 * reward changes the values of its steps, which node is expanded next, what each step's advantage
 * is. A state machine that is handed children and knows no model.
 */
package org.galton.search.backup;
