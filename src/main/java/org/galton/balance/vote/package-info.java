/** Chains whose moves are majority votes, and how many times steeper a vote makes the landscape. */
package org.galton.balance.vote;
