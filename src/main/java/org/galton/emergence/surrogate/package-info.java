/**
 * Surrogates of a group under the null models: rounds shuffled, columns shifted, agents that search
 * by themselves; and when further surrogates are worth drawing.
 */
package org.galton.emergence.surrogate;
