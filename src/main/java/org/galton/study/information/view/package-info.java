/** Page of the study of information, from its rows. */
package org.galton.study.information.view;
