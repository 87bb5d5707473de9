/** The pages as files, to be put on a file server. Knows pages only by their links. */
package org.galton.view.bundle;
