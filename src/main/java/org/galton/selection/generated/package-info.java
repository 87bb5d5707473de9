/**
 * Small repositories with bugs, and stand-ins of known skill for the model that fixes them and the
 * one that writes tests: everything follows from a seed.
 */
package org.galton.selection.generated;
