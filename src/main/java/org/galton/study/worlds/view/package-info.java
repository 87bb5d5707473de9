/** Page of the study of world models, from its rows. */
package org.galton.study.worlds.view;
