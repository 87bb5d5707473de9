/** Page of the study of advantages, from its rows. */
package org.galton.study.advantages.view;
