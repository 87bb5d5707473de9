/** Section and page of the study of emergence, from its rows. */
package org.galton.study.emergence.view;
