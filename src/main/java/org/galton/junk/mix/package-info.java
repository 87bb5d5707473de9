/** Mixtures of junk and control that differ in their shares alone. */
package org.galton.junk.mix;
