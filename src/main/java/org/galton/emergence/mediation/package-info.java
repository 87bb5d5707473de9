/** Mediation: whether a condition changes a group's success by way of its emergence. */
package org.galton.emergence.mediation;
