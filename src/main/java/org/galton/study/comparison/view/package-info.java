/** Page of a comparison, from its rows. */
package org.galton.study.comparison.view;
