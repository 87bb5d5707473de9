/**
 * Diagnosis of one group: informations of its parts about its future, synergy and redundancy, each
 * beside its null.
 */
package org.galton.emergence.diagnosis;
