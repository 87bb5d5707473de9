/** Environments in which something hidden is to be found out by asking. */
package org.galton.environment.deduction;
