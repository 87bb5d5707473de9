/** Page of the study of VGB against horizons, from its rows. */
package org.galton.study.vgb.view;
