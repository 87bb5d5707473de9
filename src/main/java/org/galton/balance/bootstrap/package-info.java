/** Bootstrap intervals of potentials: steps or whole rollouts are drawn again. */
package org.galton.balance.bootstrap;
