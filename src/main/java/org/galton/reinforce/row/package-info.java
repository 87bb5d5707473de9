/** Rows of the tables that a reinforcement training leaves. */
package org.galton.reinforce.row;
