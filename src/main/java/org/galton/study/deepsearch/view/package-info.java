/** Page of the study of tree searches, from its rows. */
package org.galton.study.deepsearch.view;
