/** How wrong step-by-step answers fail, by rule: each gets one class. */
package org.galton.junk.failure;
