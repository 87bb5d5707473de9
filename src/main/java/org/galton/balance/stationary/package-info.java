/** The stationary law of a chain, and how much entropy its moves produce. */
package org.galton.balance.stationary;
