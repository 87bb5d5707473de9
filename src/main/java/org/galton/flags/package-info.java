/** Rules that flag what a transcript of an agent shows. */
package org.galton.flags;
