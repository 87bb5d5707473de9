/** Pages of studies of junk data, from their rows. */
package org.galton.study.junk.view;
