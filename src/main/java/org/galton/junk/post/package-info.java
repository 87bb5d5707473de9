/** Posts: how long and how popular they are, which are junk, and whether two labels agree. */
package org.galton.junk.post;
