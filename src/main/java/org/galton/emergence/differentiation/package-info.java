/**
 * Differentiation of roles: how much agents of a group differ in level and trend, and how much an
 * agent's move says of who made it.
 */
package org.galton.emergence.differentiation;
