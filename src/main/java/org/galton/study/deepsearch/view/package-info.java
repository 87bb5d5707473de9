/** Page of the study of tree searches, and a sweep's trees in its report, from their rows. */
package org.galton.study.deepsearch.view;
