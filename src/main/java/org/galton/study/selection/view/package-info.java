/** Page of chosen patches, from its rows. */
package org.galton.study.selection.view;
