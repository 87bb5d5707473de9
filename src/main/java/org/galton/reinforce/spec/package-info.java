/**
 * What a reinforcement training wants: its spec, read and written. May use what is below the
 * trainer; draws and learns nothing.
 */
package org.galton.reinforce.spec;
