/** Page of the study of allocation, from its rows. */
package org.galton.study.allocation.view;
