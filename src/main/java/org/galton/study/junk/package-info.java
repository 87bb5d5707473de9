/** What junk data does to a model: {@code galton junk}. */
package org.galton.study.junk;
