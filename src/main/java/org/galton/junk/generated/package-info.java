/** Posts with independent knobs, and scores with a dependence that was planted. */
package org.galton.junk.generated;
