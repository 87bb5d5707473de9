/**
 * Regression of a group's success on its synergy and redundancy, weighted for the groups that ended
 * before the window did.
 */
package org.galton.emergence.performance;
