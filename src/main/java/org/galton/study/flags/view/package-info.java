/** Page of flags, from its rows. */
package org.galton.study.flags.view;
