/** Section and page of the study of scaling, from its rows. */
package org.galton.study.scaling.view;
