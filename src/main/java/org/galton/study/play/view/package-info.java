/** Episodes of a sweep in its report: figures, and some of them as conversations. */
package org.galton.study.play.view;
