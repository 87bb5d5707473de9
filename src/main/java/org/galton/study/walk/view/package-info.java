/** Page of the study of walks on trees, from its rows. */
package org.galton.study.walk.view;
